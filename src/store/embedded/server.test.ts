import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runTypeScript } from '../../../tests/support/run-typescript.ts';
import { keepServer } from './keep.ts';
import { existingLayout } from './layout.ts';
import { findPostmaster } from './postmaster.ts';
import { adoptServer, ensureServer, stopServer } from './server.ts';

const isRoot = process.getuid?.() === 0;
const AS_NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups'];

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

describe('embedded server', () => {
  let begun: string;
  let folder: string;
  let home: string;
  beforeAll(async () => {
    begun = await mkdtemp(join(tmpdir(), 'server-begun-'));
    await chmod(begun, 0o755);
    await ensureServer(begun, { durable: false });
    await stopServer(begun);
  });
  afterAll(() => rm(begun, { recursive: true, force: true }));
  /** Data begun earlier and stopped, for what is not about the beginning: making them anew takes a second each time. */
  const hasBegun = () => execFileSync('cp', ['-a', begun, home]);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'server-'));
    await chmod(folder, 0o755);
    home = join(folder, 'home');
  });
  afterEach(async () => {
    await stopServer(home);
    const outside = await readFile(join(home, 'postgres', 'location'), 'utf8').catch(() => '');
    if (outside.startsWith('/var/lib/mingcha/')) await rm(outside.trim(), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  const dataFolder = () => existingLayout(home)?.data as string;
  const pid = () => (findPostmaster(dataFolder()) as { pid: number }).pid;

  it('starts, is adopted, keeps data over a clean stop, and listens on no port', async () => {
    const { url, started } = await ensureServer(home);
    expect(started).toBe(true);
    await ask(url, "create table t (word text); insert into t values ('留下')");
    expect(await ensureServer(home)).toEqual({ url, started: false });
    expect(await adoptServer(home)).toEqual({ url, started: false });
    expect(
      await ask(
        url,
        "select current_setting('listen_addresses') as ports, current_setting('data_checksums') as checked, pg_encoding_to_char(encoding) as encoding, datcollate as order_by from pg_database where datname = 'mingcha'",
      ),
    ).toEqual([{ ports: '', checked: 'on', encoding: 'UTF8', order_by: 'C.UTF-8' }]);
    expect(await stopServer(home)).toBe(true);
    expect(await adoptServer(home)).toBeNull();
    expect(await stopServer(home)).toBe(true);
    const again = await ensureServer(home);
    expect(await ask(again.url, 'select word from t')).toEqual([{ word: '留下' }]);
    expect(await readFile(join(dataFolder(), '..', 'server.log'), 'utf8')).toContain('database system is shut down');
  });

  it('goes on after kill -9 of the server, with everything that was committed', async () => {
    hasBegun();
    const { url } = await ensureServer(home);
    await ask(url, 'create table t (n int); insert into t values (1)');
    process.kill(pid(), 'SIGKILL');
    const again = await ensureServer(home);
    expect(again.started).toBe(true);
    expect(await ask(again.url, 'select n from t')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['a process that is no more', async () => 2 ** 22 - 7],
    // Alive, and not the server: the number was given out again.
    ['another program', async () => process.pid],
    ['a process nobody has reaped', zombie],
  ])('does not believe a pid file that names %s', async (_name, findPid) => {
    hasBegun();
    const { url } = await ensureServer(home);
    await ask(url, 'create table t (n int)');
    const lines = (await readFile(join(dataFolder(), 'postmaster.pid'), 'utf8')).split('\n');
    await endHard(pid());
    await writeFile(join(dataFolder(), 'postmaster.pid'), [await findPid(), ...lines.slice(1)].join('\n'));
    const again = await ensureServer(home);
    expect(await ask(again.url, 'select n from t')).toEqual([]);
  });

  it('starts once when several processes start together', async () => {
    const starters = Array.from({ length: 4 }, () => {
      const child = spawn(...runTypeScript('tests/support/server-starter.ts', home), { stdio: ['ignore', 'pipe', 'inherit'] });
      return once(child.stdout, 'data').then(([data]) => JSON.parse(String(data)) as { url: string; started: boolean });
    });
    const servers = await Promise.all(starters);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    expect(servers.filter(({ started }) => started)).toHaveLength(1);
    expect(await ask((servers[0] as { url: string }).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('outlives its starter, and the next one adopts it', async () => {
    hasBegun();
    const child = spawn(...runTypeScript('tests/support/server-starter.ts', home, 'stay'), { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await ensureServer(home)).started).toBe(false);
  });

  it('begins anew after an initdb that was cut off', async () => {
    await mkdir(join(home, 'postgres', 'data.new-0badf00d', 'base'), { recursive: true });
    await writeFile(join(home, 'postgres', 'data.new-0badf00d', 'PG_VERSION'), '18\n');
    const { url } = await ensureServer(home);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(join(home, 'postgres'))).filter((name) => name.startsWith('data.new'))).toEqual([]);
  });

  it('mends a start that was cut off between server and database', async () => {
    hasBegun();
    const { url } = await ensureServer(home);
    await ask(url.replace(/mingcha$/, 'postgres'), 'drop database mingcha');
    expect(await ask((await ensureServer(home)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['longer than a socket path may be', 'x'.repeat(60)],
    ['with Chinese, blanks, commas and quotes', '明察 数据,\'a"b'],
  ])('works in a folder %s', async (_name, part) => {
    home = join(folder, part, part, 'home');
    const { url } = await ensureServer(home);
    expect(url).toMatch(/%2Ftmp%2Fmingcha-[0-9a-f]{16}:/);
    expect(await adoptServer(home)).toEqual({ url, started: false });
    await stopServer(home);
    await rm(decodeURIComponent(/@([^:]+):/.exec(url)?.[1] as string), { recursive: true, maxRetries: 10 });
  });

  it('starts anew where the data was removed under a running server, whose end does not touch the new one', async () => {
    hasBegun();
    await ensureServer(home);
    const orphan = pid();
    const command = await commandOf(orphan);
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
    const { url, started } = await ensureServer(home);
    expect(started).toBe(true);
    expect(pid()).not.toBe(orphan);
    await isGone(orphan, command);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps a server running until told to stop keeping', async () => {
    hasBegun();
    const { url } = await ensureServer(home);
    const trouble: string[] = [];
    const keeper = keepServer(home, (error) => trouble.push(error.message));
    await expect.poll(() => ask(url, `select from pg_stat_activity where application_name = 'mingcha-keeper'`)).toHaveLength(1);
    const killed = pid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => trouble).toEqual(['the database server is gone and is started again']);
    await expect.poll(() => ask(url, 'select 1 as one').catch(() => [])).toEqual([{ one: 1 }]);
    await keeper.stop();
    await endHard(pid());
    await sleep(500);
    expect(await adoptServer(home)).toBeNull();
  });

  it('leaves a server that others use running', async () => {
    hasBegun();
    const { url } = await ensureServer(home);
    const other = new pg.Client(url);
    other.on('error', () => {});
    await other.connect();
    expect(await stopServer(home, { ifUnused: true })).toBe(false);
    await other.end();
    await expect.poll(() => stopServer(home, { ifUnused: true })).toBe(true);
  });

  describe.skipIf(!isRoot)('as root', () => {
    it('never runs the server as root, and keeps its socket from others', async () => {
      hasBegun();
      await ensureServer(home);
      expect((await stat(`/proc/${pid()}`)).uid).not.toBe(0);
      expect((await stat(existingLayout(home)?.socketFolder as string)).mode & 0o077).toBe(0);
    });

    it('puts the data elsewhere when the home is closed to the server account', async () => {
      await chmod(folder, 0o700);
      const { url } = await ensureServer(home);
      expect(dataFolder()).toMatch(/^\/var\/lib\/mingcha\//);
      expect(await adoptServer(home)).toEqual({ url, started: false });
    });

    it.skipIf(!nobodyCanRunUs())('goes on with data that an ordinary user has begun', async () => {
      await mkdir(home);
      execFileSync('chown', ['nobody', home]);
      const child = spawn('setpriv', [...AS_NOBODY, ...runTypeScript('tests/support/server-starter.ts', home).flat()], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [data] = await once(child.stdout, 'data');
      expect(JSON.parse(String(data))).toMatchObject({ started: true });
      expect((await stat(`/proc/${pid()}`)).uid).toBe(65534);
      await stopServer(home);
      expect((await ensureServer(home)).started).toBe(true);
      expect((await stat(`/proc/${pid()}`)).uid).toBe(65534);
    });
  });
});

/** The checkout may lie in a closed home, and `setpriv` may not be installed. */
function nobodyCanRunUs(): boolean {
  const [node] = runTypeScript('package.json');
  const { status } = spawnSync('setpriv', [
    ...AS_NOBODY,
    node,
    '-e',
    `require(${JSON.stringify(join(import.meta.dirname, '../../../package.json'))})`,
  ]);
  return status === 0;
}

/** Empty when the process is gone, or dead and not reaped. */
function commandOf(process: number): Promise<string> {
  return readFile(`/proc/${process}/cmdline`, 'utf8').catch(() => '');
}

/** Waits until a process has ended. Its number may be somebody else's by then. */
async function isGone(process: number, command: string): Promise<void> {
  await expect.poll(() => commandOf(process)).not.toBe(command);
}

/** Kills hard and waits until the process has ended. */
async function endHard(server: number): Promise<void> {
  const command = await commandOf(server);
  process.kill(server, 'SIGKILL');
  await isGone(server, command);
}

/** A dead child of a process that never waits for it. */
async function zombie(): Promise<number> {
  const parent = spawn('/bin/sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 20'], { stdio: ['ignore', 'pipe', 'ignore'] });
  parent.unref();
  const [data] = await once(parent.stdout, 'data');
  const dead = Number(String(data));
  await expect.poll(async () => (await readFile(`/proc/${dead}/stat`, 'utf8')).split(') ')[1]?.[0]).toBe('Z');
  return dead;
}
