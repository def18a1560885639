import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyTestDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { sha256 } from '../core/id.ts';
import { connect } from './connect.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

const migration = (name: string, text: string): Migration => ({ name, text, checksum: sha256(text) });
const FIRST = migration('0001-a.sql', 'create table a (id int); insert into a values (1);');
const SECOND = migration('0002-b.sql', 'alter table a add column b text; create table c (id int);');

describe('migrate', () => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  it('applies what is pending, in order, once', async () => {
    database = await emptyTestDatabase();
    expect(await migrate(database.db, [FIRST])).toEqual(['0001-a.sql']);
    expect(await migrate(database.db, [FIRST, SECOND])).toEqual(['0002-b.sql']);
    expect(await migrate(database.db, [FIRST, SECOND])).toEqual([]);
    expect((await sql<{ id: number; b: null }>`select id, b from a`.execute(database.db)).rows).toEqual([{ id: 1, b: null }]);
  });

  it('leaves nothing of a batch in which one file fails', async () => {
    database = await emptyTestDatabase();
    const broken = migration('0002-x.sql', 'create table d (id int); create table nonsense (;');
    await expect(migrate(database.db, [FIRST, broken])).rejects.toThrow(/syntax error/);
    const { rows } = await sql<{ a: string | null }>`select to_regclass('a')::text as a`.execute(database.db);
    expect(rows).toEqual([{ a: null }]);
    expect(await migrate(database.db, [FIRST])).toEqual(['0001-a.sql']);
  });

  it('refuses a changed old file, and says which', async () => {
    database = await emptyTestDatabase();
    await migrate(database.db, [FIRST]);
    const changed = migration('0001-a.sql', 'create table a (id bigint);');
    await expect(migrate(database.db, [changed, SECOND])).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('0001-a.sql'),
      next: expect.stringContaining('git checkout'),
    });
  });

  it('refuses a database of a newer program', async () => {
    database = await emptyTestDatabase();
    await migrate(database.db, [FIRST, SECOND]);
    await expect(migrate(database.db, [FIRST])).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('0002-b.sql') });
  });

  it('runs once when several processes start together', async () => {
    database = await emptyTestDatabase();
    const handles = [1, 2, 3, 4].map(() => connect(database.url, { max: 1 }));
    const applied = await Promise.all(handles.map((db) => migrate(db, readMigrations())));
    await Promise.all(handles.map((db) => db.destroy()));
    expect(applied.flat()).toEqual(readMigrations().map(({ name }) => name));
  });
});
