import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Period } from '../core/period.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** 通报期 of an area with its cut-off (截止日). */
export interface AreaPeriod extends Period {
  areaId: string;
  cutoff: CalendarDate;
  closedAt: Instant | null;
}

/** The result of one channel in a period, as it is printed. */
export interface PeriodVerdict extends Omit<Selectable<Tables['channelVerdict']>, 'run' | 'due'> {
  /** Checks that ran, of those that were due. */
  coverage: { run: number; due: number };
}

/** Opens a period, or moves the cut-off of one that is not closed. */
export async function putPeriod(db: Db, period: AreaPeriod): Promise<void> {
  const { areaId, id, kind, label, from, to, cutoff, closedAt } = period;
  await db
    .insertInto('period')
    .values({ areaId, id, kind, label, fromDay: from, toDay: to, cutoff, closedAt })
    .onConflict((conflict) =>
      conflict.columns(['areaId', 'id']).doUpdateSet({ label, cutoff, closedAt }).where('period.closedAt', 'is', null),
    )
    .execute();
}

/** Keeps whoever changes the results of a period waiting until the transaction ends, as `putPeriod` does. */
export async function lockPeriod(trx: Db, areaId: string, id: string): Promise<void> {
  await trx.selectFrom('period').select('id').where('areaId', '=', areaId).where('id', '=', id).forUpdate().execute();
}

export async function findPeriod(db: Db, areaId: string, id: string): Promise<AreaPeriod | null> {
  const row = await db.selectFrom('period').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Periods of an area of one kind, the newest first. */
export async function listPeriods(db: Db, areaId: string, kind: Period['kind']): Promise<AreaPeriod[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('kind', '=', kind)
    .orderBy('fromDay', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** The cut-off of the last period of its kind that was closed before a period: its stock begins after it. Null where there is none. */
export async function cutoffBefore(db: Db, areaId: string, { kind, from }: Pick<Period, 'kind' | 'from'>): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('period')
    .select('cutoff')
    .where('areaId', '=', areaId)
    .where('kind', '=', kind)
    .where('fromDay', '<', from)
    .orderBy('fromDay', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.cutoff ?? null;
}

/** The results of a period, written as one: those of an earlier reckoning of the same period are replaced. */
export async function replaceVerdicts(db: Db, areaId: string, periodId: string, verdicts: readonly PeriodVerdict[]): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => replaceVerdicts(trx, areaId, periodId, verdicts));
  await db.deleteFrom('channelVerdict').where('areaId', '=', areaId).where('periodId', '=', periodId).execute();
  for (const part of batches(verdicts)) {
    await db
      .insertInto('channelVerdict')
      .values(part.map(({ coverage, reasons, ...rest }) => ({ ...rest, reasons: [...reasons], run: coverage.run, due: coverage.due })))
      .execute();
  }
}

/** Results of a period by channel id. */
export async function listVerdicts(db: Db, areaId: string, periodId: string): Promise<PeriodVerdict[]> {
  const rows = await db
    .selectFrom('channelVerdict')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('periodId', '=', periodId)
    .orderBy('channelId')
    .execute();
  return rows.map(({ run, due, ...rest }) => ({ ...rest, coverage: { run, due } }));
}

/** What results cost by: of several periods, in the order of periods and channels. */
export async function verdictsOfPeriods(
  db: Db,
  areaId: string,
  periodIds: readonly string[],
): Promise<Pick<PeriodVerdict, 'periodId' | 'channelId' | 'verdict' | 'reasons' | 'inBase'>[]> {
  return db
    .selectFrom('channelVerdict')
    .select(['periodId', 'channelId', 'verdict', 'reasons', 'inBase'])
    .where('areaId', '=', areaId)
    .where('periodId', '=', sql<string>`any(${periodIds}::text[])`)
    .orderBy('periodId')
    .orderBy('channelId')
    .execute();
}

function fromRow({ fromDay, toDay, ...rest }: Selectable<Tables['period']>): AreaPeriod {
  return { ...rest, from: fromDay, to: toDay };
}

/** Cut-off of the last period that was reckoned before a day; null when there is none. */
export async function latestCutoffBefore(db: Db, areaId: string, day: CalendarDate): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('period')
    .select((eb) => eb.fn.max('cutoff').as('cutoff'))
    .where('areaId', '=', areaId)
    .where('cutoff', '<', day)
    .executeTakeFirst();
  return row?.cutoff ?? null;
}

/** Label of a later period of the same kind, or title of a notice, that rests on a period; null when nothing does. */
export async function periodRestsOn(db: Db, areaId: string, id: string): Promise<string | null> {
  const later = await db
    .selectFrom('period')
    .innerJoin('period as own', (join) => join.onRef('own.areaId', '=', 'period.areaId').onRef('own.kind', '=', 'period.kind'))
    .select('period.label')
    .where('period.areaId', '=', areaId)
    .where('own.id', '=', id)
    .whereRef('period.fromDay', '>', 'own.fromDay')
    .orderBy('period.fromDay')
    .limit(1)
    .executeTakeFirst();
  if (later) return later.label;
  const notice = await db
    .selectFrom('notice')
    .select('title')
    .where('areaId', '=', areaId)
    .where('periodId', '=', id)
    .where('state', '<>', 'discarded')
    .limit(1)
    .executeTakeFirst();
  return notice?.title ?? null;
}
