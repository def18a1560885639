import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { MingchaError } from '../core/error.ts';
import { sha256 } from '../core/id.ts';
import type { Db, Tables } from './schema.ts';

/** Any number will do, as long as it stays the same: it keeps two processes from migrating at once. */
const MIGRATION_LOCK = 6_418_220_501;

/** One `.sql` file of the migrations folder. Once released it is never changed: the checksum proves it. */
export interface Migration {
  name: string;
  checksum: string;
  text: string;
}

const FOLDER = join(import.meta.dirname, 'migrations');

/** The migrations of this program, in order of their numbers. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      // A checkout may turn line ends; that is no change of the migration.
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, checksum: sha256(text), text };
    });
}

/**
 * Brings the schema up to date; all or nothing, and answers the names it applied. Any number of processes may call it.
 * Throws MingchaError 'refused' when an applied file was changed, or the database is newer than this program.
 */
export async function migrate(db: Db, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  if ((await pending(db, migrations)).length === 0) return [];
  const work = async (trx: Db) => {
    // Whoever only looks (`readOnly`) finds the schema up to date too.
    await sql`set transaction read write`.execute(trx);
    await holdSchema(trx);
    const todo = await pending(trx, migrations);
    await sql`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(trx);
    for (const { name, checksum, text } of todo) {
      await sql.raw(text).execute(trx);
      await trx.insertInto('schemaMigration').values({ name, checksum }).execute();
    }
    return todo.map((migration) => migration.name);
  };
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** Whoever makes the tables, or puts others in their place, does so alone until its transaction ends. */
export async function holdSchema(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
}

async function pending(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await appliedMigrations(db);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new MingchaError(
        'refused',
        `数据库由更新版本的程序建立（含有本程序没有的结构 ${name}）。`,
        '请升级本程序后再运行，不要用旧版本打开新数据库。',
      );
    }
    if (migration.checksum !== checksum) {
      throw new MingchaError(
        'refused',
        `数据库结构文件 ${name} 在执行之后被改动过。`,
        `请恢复 ${name} 原来的内容（git checkout）；需要改结构时新增一个文件。`,
      );
    }
  }
  return migrations.filter((migration) => !applied.some(({ name }) => name === migration.name));
}

/** What the database says it has had; empty for a new one. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<{ name: string; checksum: string }[]> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('schema_migration') is not null as found`.execute(db);
  if (!rows[0]?.found) return [];
  return db.selectFrom('schemaMigration').select(['name', 'checksum']).orderBy('name').execute();
}
