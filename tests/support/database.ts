import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connect } from '../../src/store/connect.ts';
import { ensureServer, stopServer } from '../../src/store/embedded/server.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Db } from '../../src/store/schema.ts';

const PREFIX = 'mingcha-test-';
const TEMPLATE = 'template_mingcha';
const TEMPLATE_LOCK = 1;

/** Vitest runs this once per run: names a folder for the run's own server, and stops that server at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  await sweep();
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The server's account must get in when root runs the tests.
  chmodSync(home, 0o755);
  process.env.MINGCHA_TEST_HOME = home;
  return () => clear(home);
}

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  db: Db;
  url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database of its own from the migrated template (well under 0.1 s). The first call of a run starts the server,
 * so files without a database do not pay for it. Call in beforeAll, `drop()` in afterAll.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const home = process.env.MINGCHA_TEST_HOME;
  if (!home) throw new Error('MINGCHA_TEST_HOME is not set: run the tests with vitest and its globalSetup');
  const { url: mainUrl } = await ensureServer(home, { durable: false });
  const name = `test_${randomBytes(6).toString('hex')}`;
  const main = connect(mainUrl, { max: 1 });
  try {
    await main.connection().execute(async (session) => {
      // Nobody may be connected to a template while it is copied, so copies queue up too.
      await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(session);
      await prepareTemplate(session, mainUrl);
      await sql`create database ${sql.id(name)} template ${sql.id(TEMPLATE)}`.execute(session);
    });
  } finally {
    await main.destroy();
  }
  const url = databaseUrl(mainUrl, name);
  const db = connect(url);
  return { db, url, drop: () => drop(db, mainUrl, name) };
}

/** An empty database without any schema, for tests of migration and restore. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const { url: mainUrl } = await ensureServer(process.env.MINGCHA_TEST_HOME as string, { durable: false });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await inMain(mainUrl, (main) => sql`create database ${sql.id(name)}`.execute(main));
  const url = databaseUrl(mainUrl, name);
  const db = connect(url);
  return { db, url, drop: () => drop(db, mainUrl, name) };
}

async function prepareTemplate(session: Db, mainUrl: string): Promise<void> {
  const { rows } = await sql`select from pg_database where datname = ${TEMPLATE} and datistemplate`.execute(session);
  if (rows.length > 0) return;
  // Left half-made by a test that was stopped.
  await sql`drop database if exists ${sql.id(TEMPLATE)} with (force)`.execute(session);
  await sql`create database ${sql.id(TEMPLATE)}`.execute(session);
  const template = connect(databaseUrl(mainUrl, TEMPLATE), { max: 1 });
  try {
    await migrate(template);
  } finally {
    await template.destroy();
  }
  await sql`alter database ${sql.id(TEMPLATE)} is_template true`.execute(session);
}

async function drop(db: Db, mainUrl: string, name: string): Promise<void> {
  await db.destroy();
  await inMain(mainUrl, (main) => sql`drop database ${sql.id(name)} with (force)`.execute(main));
}

async function inMain(mainUrl: string, work: (main: Db) => Promise<unknown>): Promise<void> {
  const main = connect(mainUrl, { max: 1 });
  try {
    await work(main);
  } finally {
    await main.destroy();
  }
}

const databaseUrl = (mainUrl: string, name: string): string => mainUrl.replace(/[^/]+$/, name);

async function clear(home: string): Promise<void> {
  await stopServer(home);
  rmSync(home, { recursive: true, force: true });
}

/** Clears what a run that was killed hard left behind: its server would otherwise go on for ever. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const home = join(tmpdir(), name);
    const starter = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isAlive(starter) || statSync(home, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    await clear(home).catch((error: unknown) => console.warn(`left-over of a killed test run was not cleared: ${home}: ${error}`));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
