import { type Insertable, sql } from 'kysely';
import { canonicalJson } from '../core/canonical-json.ts';
import { MingchaError } from '../core/error.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** What an import did; the same file twice gives `{added: 0, changed: 0}`. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

export const NO_COUNTS: Counts = { added: 0, changed: 0, unchanged: 0 };

/** Sum of what two writings did. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { added: a.added + b.added, changed: a.changed + b.changed, unchanged: a.unchanged + b.unchanged };
}

/**
 * Writes rows by key: new ones are added, differing ones changed, equal ones not touched. Nothing is deleted.
 * Columns in `onlyNew` are written once and then left (a row keeps its place when it comes again).
 * Throws MingchaError 'bad-input' when two rows of one key say different things.
 */
export async function upsert<T extends keyof Tables & string>(
  db: Db,
  table: T,
  keys: readonly (keyof Tables[T] & string)[],
  rows: readonly Insertable<Tables[T]>[],
  onlyNew: readonly (keyof Tables[T] & string)[] = [],
): Promise<Counts> {
  let counts = NO_COUNTS;
  for (const part of batches(withoutRepeats(table, keys, onlyNew, rows)))
    counts = addCounts(counts, await upsertPart(db, table, keys, part, onlyNew));
  return counts;
}

async function upsertPart<T extends keyof Tables & string>(
  db: Db,
  table: T,
  keys: readonly string[],
  rows: readonly Insertable<Tables[T]>[],
  onlyNew: readonly string[],
): Promise<Counts> {
  const all = Object.keys(rows[0] as object);
  const changing = all.filter((column) => !keys.includes(column) && !onlyNew.includes(column));
  const list = (names: readonly string[], prefix = '') => sql.join(names.map((name) => sql.ref(prefix + name)));
  const { rows: written } = await sql<{ added: boolean }>`
    insert into ${sql.table(table)} (${list(all)})
    values ${sql.join(rows.map((row) => sql`(${sql.join(all.map((column) => (row as Record<string, unknown>)[column]))})`))}
    on conflict (${list(keys)}) do update
      set ${sql.join(changing.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}
      where (${list(changing, `${table}.`)}) is distinct from (${list(changing, 'excluded.')})
    -- A row version that replaced another names the transaction that did so; a fresh one has 0 there.
    returning xmax = 0 as added`.execute(db);
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added, unchanged: rows.length - written.length };
}

/** One statement may not touch a row twice. */
function withoutRepeats<T extends keyof Tables & string>(
  table: T,
  keys: readonly string[],
  onlyNew: readonly string[],
  rows: readonly Insertable<Tables[T]>[],
): Insertable<Tables[T]>[] {
  const seen = new Map<string, { row: Insertable<Tables[T]>; said: string }>();
  for (const row of rows) {
    const values = row as Record<string, unknown>;
    const key = JSON.stringify(keys.map((k) => values[k]));
    const said = canonicalJson(Object.fromEntries(Object.entries(values).filter(([column]) => !onlyNew.includes(column))));
    const before = seen.get(key);
    if (before && before.said !== said) {
      throw new MingchaError('bad-input', `同一条记录在一次写入中出现两次且内容不同（${table} ${key}）。`, '请只保留其中一条。', {
        faults: [{ sheet: table, field: keys.join('、'), value: key, message: `两处内容不同：${before.said} 与 ${said}` }],
      });
    }
    if (!before) seen.set(key, { row, said });
  }
  return [...seen.values()].map(({ row }) => row);
}
