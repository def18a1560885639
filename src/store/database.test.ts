import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyTestDatabase } from '../../tests/support/database.ts';
import { homeFact, WORLD } from '../../tests/support/store-world.ts';
import { neededBy, readBlob } from '../evidence/folder-store.ts';
import { backup } from './backup/backup.ts';
import { restore } from './backup/restore.ts';
import { countInOperationOn } from './channel-count.ts';
import { connect } from './connect.ts';
import { type Database, openDatabase } from './database.ts';
import { serverAccount } from './embedded/account.ts';
import { adoptServer, ensureServer, stopServer } from './embedded/server.ts';
import { insertFacts, latestFacts } from './facts.ts';
import { enqueueScans, startQueue } from './queue.ts';
import { readRegister, writeRegister } from './register.ts';
import { workScans } from './work-scans.ts';

const { county, register, site } = WORLD;

describe('openDatabase', () => {
  let folder: string;
  let home: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'));
    await chmod(folder, 0o755);
    home = join(folder, 'home');
  });
  afterEach(async () => {
    await stopServer(home);
    await rm(folder, { recursive: true, force: true });
  });

  it('starts the embedded server with the schema up to date, and stops what it started', async () => {
    const database = await openDatabase({ home });
    expect(database.embedded).toBe(true);
    await writeRegister(database.db, register);
    await database.close();
    expect(await adoptServer(home)).toBeNull();
    const again = await openDatabase({ home });
    expect(await readRegister(again.db, county.id)).toEqual(register);
    await again.close();
  });

  it('leaves running what it did not start, or what another uses', async () => {
    const first = await openDatabase({ home });
    const second = await openDatabase({ home, adoptOnly: true });
    await countInOperationOn(second.db, county.id, '2022-01-01');
    await first.close();
    expect(await adoptServer(home)).not.toBeNull();
    await second.close();
    expect(await adoptServer(home)).not.toBeNull();
  });

  it('is not stopped under who asks it nothing just now, nor under who is about to ask', async () => {
    const first = await openDatabase({ home });
    const { url } = (await adoptServer(home)) as { url: string };
    const aside = connect(url, { max: 1 });
    // What the pool does by itself with a connection that nobody has used for ten seconds.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingcha' and pid <> pg_backend_pid()`.execute(
      aside,
    );
    await aside.destroy();
    await (await openDatabase({ home })).close();
    expect(await adoptServer(home)).not.toBeNull();
    expect(await countInOperationOn(first.db, county.id, '2022-01-01')).toEqual({ sites: 0, accounts: 0 });
    await first.close();
    // Each opens as others leave; now and then the last leaves and the next starts it anew.
    const visit = async () => {
      const database = await openDatabase({ home });
      await countInOperationOn(database.db, county.id, '2022-01-01').finally(() => database.close());
    };
    for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 6 }, (_, i) => sleep(i * 7).then(visit)));
    expect(await adoptServer(home)).toBeNull();
  });

  it('only adopts when told to', async () => {
    await expect(openDatabase({ home, adoptOnly: true })).rejects.toMatchObject({
      code: 'unavailable',
      next: expect.stringContaining('npm start'),
    });
    expect(existsSync(join(home, 'postgres'))).toBe(false);
  });

  it('goes on after the server was killed under it and started again', async () => {
    const database = await openDatabase({ home });
    await countInOperationOn(database.db, county.id, '2022-01-01');
    await stopServer(home);
    await expect(countInOperationOn(database.db, county.id, '2022-01-01')).rejects.toThrow();
    await ensureServer(home);
    expect(await countInOperationOn(database.db, county.id, '2022-01-01')).toEqual({ sites: 0, accounts: 0 });
    await database.close();
  });

  it.each([
    ['nobody listens', () => 'postgresql://u@127.0.0.1:1/x', /连接被拒绝/],
    ['there is no socket', () => 'postgresql://u@%2Fnowhere:5432/x', /套接字/],
    ['the host has no name', () => 'postgresql://u@no-such-host.invalid/x', /主机名/],
    ['the database is not there', (url: string) => url.replace(/[^/]+$/, 'not_there'), /该数据库不存在/],
    ['the user is not there', (url: string) => url.replace('mingcha@', 'stranger@'), /stranger|用户/],
    ['it is no address', () => 'postgresql://[', /数据库不能使用/],
  ])('says what is wrong with DATABASE_URL when %s', async (_name, urlOf, message) => {
    const other = await emptyTestDatabase();
    try {
      await expect(openDatabase({ home, databaseUrl: urlOf(other.url) })).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(message),
        next: expect.stringContaining('DATABASE_URL'),
      });
    } finally {
      await other.drop();
    }
    expect(existsSync(home)).toBe(false);
  });

  const oldest = '/usr/lib/postgresql/15/bin';
  if (!existsSync(oldest)) console.warn('PostgreSQL 15 is not installed here: the test on the oldest supported version is skipped');
  it.skipIf(!existsSync(oldest))('works on PostgreSQL 15, queue, backup and restore included', async () => {
    const { url, stop } = await startSystemServer(oldest, folder);
    const database: Database = await openDatabase({ home, databaseUrl: url });
    try {
      expect(database.embedded).toBe(false);
      await writeRegister(database.db, register);
      expect(await writeRegister(database.db, register)).toMatchObject({ areas: { unchanged: 2 }, accounts: { unchanged: 2 } });
      expect(await countInOperationOn(database.db, county.id, '2022-12-27')).toEqual({ sites: 1, accounts: 2 });
      const fact = homeFact('2022-12-27T01:00:00.000Z', 'a\0b');
      await insertFacts(database.db, [fact]);
      expect(await latestFacts(database.db, [site.id], ['home'], fact.at)).toEqual([fact]);
      const queue = await startQueue(url, () => {});
      await enqueueScans(queue, database.db, [{ runId: 'r', channelId: 'c', host: 'h' }]);
      const worked = await new Promise((resolve) => {
        const handler = async (job: unknown) => {
          resolve(job);
          return null;
        };
        workScans(queue, handler, { concurrency: 1, onSpent: async () => {} });
      });
      expect(worked).toEqual({ runId: 'r', channelId: 'c', host: 'h' });
      await queue.stop(1_000);
      const [evidence, directory] = [join(folder, 'evidence'), join(folder, 'backup')];
      await backup({ url, evidence, directory, at: fact.at, neededBy });
      const newer = await emptyTestDatabase();
      await restore({ url: newer.url, evidence, directory, verifyFile: readBlob });
      expect(await readRegister(newer.db, county.id)).toEqual(register);
      await newer.drop();
    } finally {
      await database.close();
      await stop();
    }
  });
});

/** A server of a system package, as an operator would have it behind DATABASE_URL. */
async function startSystemServer(programs: string, folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const account = serverAccount(null);
  const as = { uid: account.uid, gid: account.gid, cwd: folder };
  const data = join(folder, 'pg15');
  await mkdir(data);
  spawnSync('chown', [String(account.uid), data]);
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'mingcha', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    as,
  );
  if (made.status !== 0) throw new Error(String(made.stderr));
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-c', 'listen_addresses=', '-k', data, '-c', 'fsync=off'], {
    ...as,
    stdio: 'ignore',
  });
  const url = `postgresql://mingcha@${encodeURIComponent(data)}:5432/postgres`;
  await expect.poll(() => answers(url)).toBe(true);
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      while (server.exitCode === null && server.signalCode === null) await sleep(20);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const db = connect(url, { max: 1 });
  const answer = sql`select`.execute(db).then(
    () => true,
    () => false,
  );
  return answer.finally(() => db.destroy());
}
