import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { connect } from './connect.ts';
import { databaseTrouble } from './database-trouble.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await sql`create table once (id int primary key); insert into once values (1), (2)`.execute(database.db);
});
afterAll(() => database?.drop());

const refused = (query: string): Promise<unknown> =>
  sql
    .raw(query)
    .execute(database.db)
    .then(() => 'taken', databaseTrouble);

/** Two who change the same rows in opposite order: each holds what the other wants. */
async function deadlock(): Promise<unknown> {
  let holding = 0;
  let bothHold = (): void => undefined;
  const both = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  const change = (first: number, second: number): Promise<unknown> =>
    database.db.transaction().execute(async (trx) => {
      await sql`update once set id = id where id = ${first}`.execute(trx);
      holding += 1;
      if (holding === 2) bothHold();
      await both;
      await sql`update once set id = id where id = ${second}`.execute(trx);
    });
  const ends = await Promise.allSettled([change(1, 2), change(2, 1)]);
  return databaseTrouble(ends.find((end) => end.status === 'rejected')?.reason);
}

it.each<[string, () => Promise<unknown>, string]>([
  ['what another has just added', () => refused('insert into once values (1)'), 'conflict'],
  ['what two change crosswise', deadlock, 'conflict'],
  ['a question that takes too long', () => refused('set local statement_timeout = 20; select pg_sleep(60)'), 'unavailable'],
  ['a server that stops', () => refused('select pg_terminate_backend(pg_backend_pid())'), 'unavailable'],
])('tells %s in words', async (_what, ask, code) => {
  expect(await ask()).toMatchObject({ code, message: expect.stringMatching(/^[^a-z]+$/) });
});

it('tells a server that is not there, and nothing of what is no trouble of two', async () => {
  const nowhere = connect('postgresql://u@127.0.0.1:1/x');
  const cause = await sql`select`.execute(nowhere).catch((error: unknown) => error);
  await nowhere.destroy();
  expect(databaseTrouble(cause)).toMatchObject({ code: 'unavailable' });
  expect(await refused('select 1 / 0')).toBeNull();
  expect(databaseTrouble(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBeNull();
  expect(databaseTrouble(null)).toBeNull();
});
