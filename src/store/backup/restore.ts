import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type pg from 'pg';
import { MingchaError } from '../../core/error.ts';
import { holdSchema, type Migration, migrate, readMigrations } from '../migrate.ts';
import type { Db } from '../schema.ts';
import { CopyIn, copy } from './copy-stream.ts';
import { evidenceFiles, hashOf, shareFile } from './evidence-files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { inSession } from './session.ts';
import { dataTables } from './tables.ts';

export interface RestoreOptions {
  url: string;
  /** The evidence folder to restore into; files that are there already stay. */
  evidence: string;
  directory: string;
  /** Reads a kept file and throws when its bytes are not those of its hash. */
  verifyFile: (path: string, hash: string) => Promise<unknown>;
  /** Done in the transaction of the restore, when all else of it is. */
  atLast?: (db: Db) => Promise<void>;
}

/**
 * Brings a backup into a database without data. Everything is checked against the manifest, and the database is written
 * in one transaction: it holds the whole backup afterwards, or nothing of it. A backup of an older version is brought up to date.
 */
export async function restore({ url, evidence, directory, verifyFile, atLast }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(directory);
  for (const table of manifest.tables) await verifyTable(directory, table);
  const then = migrationsOf(manifest);
  await inSession(url, (db, client) =>
    db.transaction().execute(async (trx) => {
      await holdSchema(trx);
      await clearEmpty(trx);
      await migrate(trx, then);
      for (const table of manifest.tables) await readTable(client, directory, table);
      await migrate(trx);
      await countOn(trx);
      await restoreEvidence(manifest, join(directory, 'evidence'), evidence, verifyFile);
      await atLast?.(trx);
    }),
  );
  return manifest;
}

async function verifyTable(directory: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(join(directory, table.file)), hash);
  } catch (cause) {
    throw damaged(`读不出文件 ${table.file}`, cause);
  }
  if (hash.digest('hex') !== table.sha256) throw damaged(`文件 ${table.file} 与清单不符`);
}

/** The schema as it was when the backup was made: the first of our migrations, unchanged. */
function migrationsOf(manifest: Manifest): Migration[] {
  const ours = readMigrations();
  const then = manifest.migrations.map(({ name, checksum }) => ours.find((m) => m.name === name && m.checksum === checksum));
  if (then.every((migration) => migration !== undefined)) return then;
  throw new MingchaError(
    'refused',
    '该备份的数据库结构与本程序不同（由更新的版本写出，或结构文件被改动过）。',
    '请用写出该备份的版本或更新的版本恢复。',
  );
}

/** Takes away the empty tables an earlier start has made; refuses when there is a single row in them. */
async function clearEmpty(db: Db): Promise<void> {
  const tables = await dataTables(db);
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) {
      throw new MingchaError(
        'refused',
        `目标数据库里已有数据（表 ${name}）。`,
        '恢复只写入空数据库：请换一个 MINGCHA_HOME 目录或 DATABASE_URL 指向的空库。',
      );
    }
  }
  for (const { name } of [...tables, { name: 'schema_migration' }]) await sql`drop table if exists ${sql.table(name)} cascade`.execute(db);
}

async function readTable(client: pg.Client, directory: string, table: Manifest['tables'][number]): Promise<void> {
  const rows = copy(client, new CopyIn(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  try {
    await pipeline(createReadStream(join(directory, table.file)), createGunzip(), rows);
  } catch (cause) {
    throw damaged(`表 ${table.name} 的内容无法写入`, cause);
  }
  if (rows.rows !== table.rows) throw damaged(`表 ${table.name} 应有 ${table.rows} 行，实际 ${rows.rows} 行`);
}

/** Numbers that the database gives go on after those that came with the rows. */
async function countOn(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select c.relname as name, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attidentity <> '' and c.relnamespace = current_schema()::regnamespace`.execute(db);
  for (const { name, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(name)}`.execute(db);
}

async function restoreEvidence(manifest: Manifest, from: string, to: string, verifyFile: RestoreOptions['verifyFile']): Promise<void> {
  let files = 0;
  for await (const file of evidenceFiles(from)) {
    await verifyFile(join(from, file), hashOf(file));
    await shareFile(join(from, file), join(to, file));
    files += 1;
  }
  if (files !== manifest.evidence.files) throw damaged(`证据原件应有 ${manifest.evidence.files} 个，实际 ${files} 个`);
}

function damaged(what: string, cause?: unknown): MingchaError {
  return new MingchaError('bad-input', `备份不完整或已损坏：${what}。`, '没有写入任何数据；请换一份备份再恢复。', { cause });
}
