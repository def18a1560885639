import type { CalendarDate, Instant } from '../core/date.ts';
import type { Duty } from '../ledger/duty.ts';
import type { Db } from './schema.ts';
import { upsert } from './upsert.ts';

/** Days of a roster, from one day to another. */
export async function listDuty(db: Db, areaId: string, from: CalendarDate, to: CalendarDate): Promise<Duty[]> {
  return db
    .selectFrom('duty')
    .select(['day', 'name', 'deputy'])
    .where('areaId', '=', areaId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

/** Who is on duty on a day; null where the roster has no name for it. */
export async function findDuty(db: Db, areaId: string, day: CalendarDate): Promise<Duty | null> {
  return (await listDuty(db, areaId, day, day))[0] ?? null;
}

/** Keeps days of a roster; a day that is there is replaced, one without a name taken out. */
export async function putDuty(
  db: Db,
  areaId: string,
  days: readonly (Omit<Duty, 'name'> & { name: string | null })[],
  saved: { by: string; at: Instant },
): Promise<void> {
  const named = days.filter((one): one is Duty => one.name !== null);
  await upsert(
    db,
    'duty',
    ['areaId', 'day'],
    named.map(({ day, name, deputy }) => ({ areaId, day, name, deputy, savedBy: saved.by, savedAt: saved.at })),
  );
  for (const { day } of days.filter(({ name }) => name === null))
    await db.deleteFrom('duty').where('areaId', '=', areaId).where('day', '=', day).execute();
}
