import { type Insertable, type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 导入记录: one file brought in, and what it did. */
export type ImportBatch = Selectable<Tables['importBatch']>;

/** Notes a file that was brought in; its changes are written beside it in the same transaction. */
export async function recordImport(db: Db, batch: Insertable<Tables['importBatch']>): Promise<void> {
  await db.insertInto('importBatch').values(batch).execute();
}

export async function findImport(db: Db, areaId: string, id: string): Promise<ImportBatch | null> {
  const row = await db.selectFrom('importBatch').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export interface ImportQuery {
  /** Words within the file's name. */
  words?: string | undefined;
  kind?: string | undefined;
  state?: 'stands' | 'undone' | undefined;
  /** The newest first, by file name, or what changed most first. */
  sort?: 'new' | 'name' | 'most' | undefined;
}

/** One page of the imports of an area, and how many there are on all pages. `limit` null: all of them. */
export async function listImports(
  db: Db,
  areaId: string,
  { words, kind, state, sort = 'new' }: ImportQuery = {},
  { limit, offset }: { limit: number | null; offset: number } = { limit: null, offset: 0 },
): Promise<{ imports: ImportBatch[]; total: number }> {
  const first = { new: sql``, name: sql`b.file_name,`, most: sql`b.added + b.changed desc,` }[sort];
  const { rows } = await sql<ImportBatch & { total: number }>`
    select b.*, (count(*) over ())::int as total from import_batch b
    where b.area_id = ${areaId}
      ${words ? sql`and position(lower(${words}) in lower(b.file_name)) > 0` : sql``}
      ${kind ? sql`and b.kind = ${kind}` : sql``}
      ${state ? (state === 'undone' ? sql`and b.undone_at is not null` : sql`and b.undone_at is null`) : sql``}
    order by ${first} b.imported_at desc, b.id limit ${limit} offset ${offset}`.execute(db);
  return { imports: rows.map(({ total: _total, ...batch }) => batch), total: rows[0]?.total ?? 0 };
}

/** Marks an import as undone. */
export async function markUndone(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('importBatch').set({ undoneAt: at }).where('id', '=', id).execute();
}

/** How a table with a certain head is read. */
export interface KeptMapping<T> {
  headPrint: string;
  choice: T;
}

/** What an office has said of its own tables, by the print of their heads. `choice` is plain JSON. */
export async function listMappings<T>(db: Db, areaId: string): Promise<Map<string, T>> {
  const rows = await db.selectFrom('importMapping').select(['headPrint', 'choice']).where('areaId', '=', areaId).execute();
  return new Map(rows.map(({ headPrint, choice }) => [headPrint, choice as T]));
}

/** Remembers how an office reads its tables; the last word counts. */
export async function keepMappings<T>(db: Db, areaId: string, mappings: readonly KeptMapping<T>[], at: Instant): Promise<void> {
  for (const { headPrint, choice } of mappings) {
    const said = { choice: JSON.stringify(choice), chosenAt: at };
    await db
      .insertInto('importMapping')
      .values({ areaId, headPrint, ...said })
      .onConflict((conflict) => conflict.columns(['areaId', 'headPrint']).doUpdateSet(said))
      .execute();
  }
}

/** A row that an import wrote. */
export interface ImportChange {
  tableName: string;
  key: Readonly<Record<string, string>>;
  label: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>>;
}

/** Notes what an import wrote, with the state before: undoing reads it backwards. `before` null = the row was new. */
export async function recordChanges(db: Db, importId: string, changes: readonly ImportChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into import_change (import_id, position, table_name, key, label, before, after)
    select ${importId}, c.position, c.table_name, c.key, c.label, nullif(c.before, 'null'::jsonb), c.after
    from jsonb_to_recordset(${JSON.stringify(
      changes.map(({ tableName, ...change }, position) => ({ position, table_name: tableName, ...change })),
    )}::jsonb) as c (position integer, table_name text, key jsonb, label text, before jsonb, after jsonb)`.execute(db);
}

/** Changes of an import, in the order they were written. */
export async function listChanges(db: Db, importId: string): Promise<ImportChange[]> {
  const { rows } = await sql<ImportChange>`
    select table_name, key, label, before, after from import_change where import_id = ${importId} order by position`.execute(db);
  return rows;
}
