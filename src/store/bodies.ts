import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { inScope } from './in-scope.ts';
import { retire } from './retire.ts';
import type { Db, Tables } from './schema.ts';

/** An entry of a 公共企事业单位's own catalogue (公开目录). */
export type BodyEntry = Omit<Selectable<Tables['bodyEntry']>, 'retiredAt'>;

/** Keeps an entry; one of the same id is replaced and is in use again. */
export async function putBodyEntry(db: Db, { areaId, unitId, id, ...rest }: BodyEntry): Promise<void> {
  const values = { ...rest, retiredAt: null };
  await db
    .insertInto('bodyEntry')
    .values({ areaId, unitId, id, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'unitId', 'id']).doUpdateSet(values))
    .execute();
}

/** Entries in use, of the units in scope, in the order they were entered. */
export async function listBodyEntries(db: Db, areaId: string, scope: Scope): Promise<BodyEntry[]> {
  const { rows } = await sql<BodyEntry>`
    select b.area_id, b.unit_id, b.id, b.item, b.basis, b.time_limit, b.url, b.saved_by, b.saved_at
    from body_entry b where b.area_id = ${areaId} and b.retired_at is null${inScope(scope, sql`b.unit_id`, null)}
    order by b.unit_id, b.saved_at, b.id`.execute(db);
  return rows;
}

/** Takes an entry out of use; answers whether it was in use until now. */
export const retireBodyEntry = (
  db: Db,
  { areaId, unitId, id }: Pick<BodyEntry, 'areaId' | 'unitId' | 'id'>,
  at: Instant,
): Promise<boolean> => retire(db, 'bodyEntry', { areaId, unitId, id }, at);
