import type { WorkYear } from '../core/work-calendar-year.ts';
import type { Db } from './schema.ts';

/** Keeps the working days of a year as an operator entered them; they come before the ones shipped. */
export async function putWorkYear(db: Db, row: WorkYear): Promise<void> {
  const { year, source, mark } = row;
  const holidays = [...row.holidays];
  const workdays = [...row.workdays];
  await db
    .insertInto('workYear')
    .values({ year, source, mark, holidays, workdays })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ source, mark, holidays, workdays }))
    .execute();
}

/** Years entered by operators; give them to `workCalendar`. */
export async function listWorkYears(db: Db): Promise<WorkYear[]> {
  return db.selectFrom('workYear').selectAll().orderBy('year').execute();
}
