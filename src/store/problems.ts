import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import type { Problem } from '../ledger/event.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Db, Tables } from './schema.ts';

/** What the events of a problem add up to; the ledger works it out, the store keeps it beside the problem. */
export interface Projection {
  status: ProblemStatus;
  lastActOn: CalendarDate;
  dueOn: CalendarDate | null;
  /** The due day rests on a year whose holidays are not published yet. */
  dueProvisional: boolean;
  /** Periods it has been open in, the present one included. */
  periods: number;
}

/** A problem as lists show it. */
export interface LedgerRow extends Problem {
  projection: Projection;
}

/** What a list may be narrowed to; several conditions all hold. */
export interface ProblemFilter {
  ids?: readonly string[];
  unitIds?: readonly string[];
  channelIds?: readonly string[];
  categories?: readonly Category[];
  statuses?: readonly ProblemStatus[];
  /** First found on or after, on or before. */
  foundFrom?: CalendarDate;
  foundTo?: CalendarDate;
  /** In one of the statuses now, or acted on since the day: whatever else there is had come to rest before it. */
  astir?: { since: CalendarDate; open: readonly ProblemStatus[] };
  /** Due before this day and so late on it. */
  dueBefore?: CalendarDate;
  /** Words in the text or the place. */
  words?: string;
}

/** Problems of an area, the newest first, one page of them, and how many there are in all. */
export async function listProblems(
  db: Db,
  areaId: string,
  filter: ProblemFilter = {},
  page: { limit: number; offset: number } = { limit: 100_000, offset: 0 },
): Promise<{ rows: LedgerRow[]; total: number }> {
  const matching = narrowed(db.selectFrom('problem').where('areaId', '=', areaId), filter);
  const [rows, count] = await Promise.all([
    matching.selectAll().orderBy('firstFoundOn', 'desc').orderBy('unitId').orderBy('id').limit(page.limit).offset(page.offset).execute(),
    matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(fromRow), total: count.total };
}

/** A problem of any area with its state as projected; who asks for one area compares `areaId`. */
export async function findProblem(db: Db, id: string): Promise<LedgerRow | null> {
  const row = await db.selectFrom('problem').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The day of the newest act in an area's ledger; null while it is empty. */
export async function lastActDay(db: Db, areaId: string): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('problem')
    .select((eb) => eb.fn.max('lastActOn').as('day'))
    .where('areaId', '=', areaId)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Those of the ids that the ledger has. */
export async function knownProblems(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('problem').select('id').where('id', '=', sql<string>`any(${ids}::text[])`).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Keeps whoever acts on problems waiting until the transaction ends; others may read them. */
export async function holdProblems(trx: Db, ids: readonly string[]): Promise<void> {
  await trx.selectFrom('problem').select('id').where('id', '=', sql<string>`any(${ids}::text[])`).orderBy('id').forShare().execute();
}

/** How problems stand now, by their ids. */
export async function statusesOf(db: Db, ids: readonly string[]): Promise<Map<string, ProblemStatus>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('problem').select(['id', 'status']).where('id', '=', sql<string>`any(${ids}::text[])`).execute();
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Problems with any of the fingerprints, the latest first: what a new finding may continue, reopen or recur from. */
export async function findByFingerprints(db: Db, areaId: string, fingerprints: readonly string[]): Promise<LedgerRow[]> {
  const rows = await db
    .selectFrom('problem')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('fingerprint', '=', sql<string>`any(${fingerprints}::text[])`)
    .orderBy('fingerprint')
    .orderBy('firstFoundOn', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function narrowed<O>(query: SelectQueryBuilder<Tables, 'problem', O>, filter: ProblemFilter): SelectQueryBuilder<Tables, 'problem', O> {
  let q = query;
  if (filter.ids) q = q.where('id', '=', sql<string>`any(${filter.ids}::text[])`);
  if (filter.unitIds) q = q.where('unitId', '=', sql<string>`any(${filter.unitIds}::text[])`);
  if (filter.channelIds) q = q.where('channelId', '=', sql<string>`any(${filter.channelIds}::text[])`);
  if (filter.categories) q = q.where('category', '=', sql<Category>`any(${filter.categories}::text[])`);
  if (filter.statuses) q = q.where('status', '=', sql<ProblemStatus>`any(${filter.statuses}::text[])`);
  if (filter.foundFrom) q = q.where('firstFoundOn', '>=', filter.foundFrom);
  if (filter.foundTo) q = q.where('firstFoundOn', '<=', filter.foundTo);
  const { astir } = filter;
  if (astir) q = q.where((eb) => eb.or([eb('lastActOn', '>=', astir.since), sql<boolean>`status = any(${astir.open}::text[])`]));
  if (filter.dueBefore) q = q.where('dueOn', '<', filter.dueBefore);
  const { words } = filter;
  // `strpos`, not `like`: what the user types may hold % and _.
  if (words) q = q.where((eb) => eb.or([sql<boolean>`strpos(text, ${words}) > 0`, sql<boolean>`strpos(place_label, ${words}) > 0`]));
  return q;
}

/** A row of the table as the ledger knows it: what follows from the events is kept apart as `projection`. */
export function fromRow(row: Selectable<Tables['problem']>): LedgerRow {
  const { status, lastActOn, dueOn, dueProvisional, periods, atUnitId, ...problem } = row;
  return { ...problem, ...(atUnitId === null ? {} : { atUnitId }), projection: { status, lastActOn, dueOn, dueProvisional, periods } };
}
