import { sql } from 'kysely';
import type { ImportChange } from './imports.ts';
import type { Db } from './schema.ts';

/** Tables an import writes, those that others refer to first, with their keys as the database names them. */
export const IMPORT_TABLES = {
  area: ['id'],
  unit: ['area_id', 'id'],
  site: ['area_id', 'id'],
  site_column: ['site_id', 'id'],
  account: ['area_id', 'id'],
  account_post: ['account_id', 'id'],
  account_post_seen: ['account_id', 'post_id'],
  account_fresh: ['account_id'],
  office_record: ['area_id', 'kind', 'id'],
  volume: ['area_id', 'unit_id', 'period'],
  portal_total: ['area_id', 'period'],
  period: ['area_id', 'id'],
  channel_verdict: ['area_id', 'period_id', 'channel_id'],
} as const satisfies Record<string, readonly string[]>;
export type ImportTable = keyof typeof IMPORT_TABLES;

/** A row by its key, and how messages name it. */
export interface RowRef {
  key: ImportChange['key'];
  label: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table as they stand, by key text; what is not there is absent. */
export async function rowsByKey(db: Db, table: ImportTable, refs: readonly RowRef[]): Promise<Map<string, Row>> {
  if (refs.length === 0) return new Map();
  const keys = IMPORT_TABLES[table];
  const shape = sql.join(keys.map((key) => sql`${sql.ref(key)} text`));
  const same = sql.join(
    keys.map((key) => sql`t.${sql.ref(key)} = k.${sql.ref(key)}`),
    sql` and `,
  );
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    join jsonb_to_recordset(${JSON.stringify(refs.map(({ key }) => key))}::jsonb) as k (${shape}) on ${same}`.execute(db);
  return new Map(rows.map(({ row }) => [keyText(table, row), row]));
}

/** One text per key. */
export function keyText(table: ImportTable, row: Row): string {
  return JSON.stringify(IMPORT_TABLES[table].map((key) => row[key]));
}

/** Puts a row back as it was. */
export async function restoreRow(db: Db, table: ImportTable, row: Row): Promise<void> {
  const keys: readonly string[] = IMPORT_TABLES[table];
  const changing = Object.keys(row).filter((column) => !keys.includes(column));
  const set = sql.join(changing.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  await sql`
    insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)
    on conflict (${sql.join(keys.map((key) => sql.ref(key)))}) do update set ${set}`.execute(db);
}

/** Takes rows out by key. */
export async function removeRows(db: Db, table: ImportTable, keys: readonly ImportChange['key'][]): Promise<void> {
  const names = IMPORT_TABLES[table];
  const shape = sql.join(names.map((key) => sql`${sql.ref(key)} text`));
  const same = sql.join(
    names.map((key) => sql`t.${sql.ref(key)} = k.${sql.ref(key)}`),
    sql` and `,
  );
  await sql`
    delete from ${sql.table(table)} t using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (${shape}) where ${same}`.execute(db);
}

/** Who still needs rows that are to go: what it is, and how many of them. */
export interface Dependent {
  key: string;
  kind: DependentKind;
  count: number;
}
export const DEPENDENT_KINDS = ['unit', 'site', 'column', 'account', 'post', 'volume', 'record', 'problem', 'fact', 'verdict'] as const;
export type DependentKind = (typeof DEPENDENT_KINDS)[number];

/** Where ids of a table stand elsewhere: kind, table, column, and what else must hold. */
const REFERENCES: Partial<Record<ImportTable, readonly (readonly [DependentKind, string, string])[]>> = {
  area: [['unit', 'unit', 'area_id']],
  unit: [
    ['unit', 'unit', 'parent_id'],
    ['site', 'site', 'unit_id'],
    ['column', 'site_column', 'unit_id'],
    ['account', 'account', 'unit_id'],
    ['account', 'account', 'supervising_unit_id'],
    ['volume', 'volume', 'unit_id'],
    ['record', 'office_record', 'unit_id'],
    ['problem', 'problem', 'unit_id'],
  ],
  site: [
    ['column', 'site_column', 'site_id'],
    ['problem', 'problem', 'channel_id'],
    ['fact', 'fact', 'channel_id'],
    ['verdict', 'channel_verdict', 'channel_id'],
  ],
  site_column: [
    ['column', 'site_column', 'parent_id'],
    ['fact', 'fact', 'subject_id'],
  ],
  account: [
    ['post', 'account_post', 'account_id'],
    ['record', 'office_record', 'account_id'],
    ['problem', 'problem', 'channel_id'],
    ['fact', 'fact', 'channel_id'],
    ['verdict', 'channel_verdict', 'channel_id'],
  ],
};

/** What refers to the ids of rows of a table, by id. */
export async function dependentsOf(db: Db, table: ImportTable, ids: readonly string[]): Promise<Dependent[]> {
  const found: Dependent[] = [];
  for (const [kind, name, column] of REFERENCES[table] ?? []) {
    // Rows of the same table that go together do not hold each other.
    const apart = name === table ? sql`and not id = any(${ids}::text[])` : sql``;
    const { rows } = await sql<{ key: string; count: number }>`
      select ${sql.ref(column)} as key, count(*)::int as count from ${sql.table(name)}
      where ${sql.ref(column)} = any(${ids}::text[]) ${apart} group by 1 order by 1`.execute(db);
    found.push(...rows.map((row) => ({ ...row, kind })));
  }
  return found;
}
