import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** A table with its columns in order. */
export interface Table {
  name: string;
  columns: string[];
}

/** Written by the migrations themselves. */
const NOT_DATA = 'schema_migration';

/** Every table with data of ours, those referred to before those that refer to them. The queue is not among them: it is filled again from the open runs. */
export async function dataTables(db: Db): Promise<Table[]> {
  const { rows } = await sql<{ name: string; columns: string[]; needs: string[] }>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select array_agg(distinct r.relname::text) from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace and c.relname <> ${NOT_DATA}
    order by c.relname`.execute(db);
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }));
}

function inOrder<T extends { name: string; needs: string[] }>(tables: readonly T[]): T[] {
  const done: T[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((need) => !left.some(({ name }) => name === need)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    done.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return done;
}
