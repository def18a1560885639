import type { Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** A report that was issued outside this program. */
export type ReportElsewhere = Selectable<Tables['reportElsewhere']>;

/** What an area issued elsewhere, by period and duty. */
export async function listElsewhere(db: Db, areaId: string): Promise<ReportElsewhere[]> {
  return db.selectFrom('reportElsewhere').selectAll().where('areaId', '=', areaId).orderBy('periodId').orderBy('duty').execute();
}

/** Keeps what was issued elsewhere; entered again for the same duty and period, it stands as entered last. */
export async function putElsewhere(db: Db, { areaId, duty, periodId, ...rest }: ReportElsewhere): Promise<void> {
  await db
    .insertInto('reportElsewhere')
    .values({ areaId, duty, periodId, ...rest })
    .onConflict((conflict) => conflict.columns(['areaId', 'duty', 'periodId']).doUpdateSet(rest))
    .execute();
}
