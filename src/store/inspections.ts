import { type Selectable, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { InspectionOutcome, InspectionPage } from '../ledger/inspection.ts';
import type { InspectionDraw } from '../ledger/inspection-draw.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** A drawn problem with who rechecks it and, once done, what was found. */
export interface Inspection extends Selectable<Tables['inspection']> {
  /** Day it was taken back (撤销) before anybody looked: while it is, nobody has to. */
  releasedOn: CalendarDate | null;
}
export type InspectionPublication = Selectable<Tables['inspectionPublication']>;

/** Which problems that were struck off can be drawn. Empty lists and null restrict nothing. */
export interface ClosedFilter {
  categories: readonly Category[];
  unitIds: readonly string[];
  /** Last dealt with on or after, on or before. */
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** A problem that was struck off, and what decides who may recheck it. */
export interface ClosedProblem {
  id: string;
  unitId: string;
  atUnitId: string | null;
  /** 主办单位 and 主管单位 of its site or account. */
  hostId: string | null;
  supervisorId: string | null;
  /** The draw it waits in; null for most. */
  waitsIn: string | null;
}

/** Problems struck off, in the order of their ids. */
export async function listClosedProblems(db: Db, areaId: string, filter: ClosedFilter): Promise<ClosedProblem[]> {
  const { categories, unitIds, from, to } = filter;
  const { rows } = await sql<ClosedProblem>`
    select p.id, p.unit_id, p.at_unit_id, coalesce(a.unit_id, s.unit_id) as host_id, a.supervising_unit_id as supervisor_id,
      (select i.draw_id from inspection i
       where i.area_id = p.area_id and i.problem_id = p.id and i.outcome is null limit 1) as waits_in
    from problem p
    left join account a on a.area_id = p.area_id and a.id = p.channel_id
    left join site s on s.area_id = p.area_id and s.id = p.channel_id
    where p.area_id = ${areaId} and p.status = 'closed'
      and (cardinality(${categories}::text[]) = 0 or p.category = any(${categories}::text[]))
      and (cardinality(${unitIds}::text[]) = 0 or p.unit_id = any(${unitIds}::text[]) or p.at_unit_id = any(${unitIds}::text[]))
      and (${from}::date is null or p.last_act_on >= ${from}::date)
      and (${to}::date is null or p.last_act_on <= ${to}::date)
    order by p.id`.execute(db);
  return rows;
}

/** Closed problems by category and by unit. */
export async function countClosed(db: Db, areaId: string): Promise<{ category: Category; unitId: string; count: number }[]> {
  return db
    .selectFrom('problem')
    .where('areaId', '=', areaId)
    .where('status', '=', 'closed')
    .select(['category', 'unitId', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(['category', 'unitId'])
    .execute();
}

/** Of an `inspection`: whether its problem was taken back before anybody looked. One put back since is owed again. */
export const isReleased = sql<boolean>`(inspection.outcome is null and exists (
  select from problem p where p.id = inspection.problem_id and p.status = 'withdrawn'))`;

/** Writes who goes where. Once: the same draw again has them already. */
export async function insertInspections(db: Db, areaId: string, drawId: string, { assignments }: InspectionDraw): Promise<void> {
  const rows = assignments.map(({ objectId, inspectorId }, position) => ({
    ...{ areaId, drawId, problemId: objectId, inspectorId, position },
    ...{ outcome: null, words: null, proof: null, doneAt: null, doneBy: null, eventSeq: null, proofIds: [] },
  }));
  for (const part of batches(rows))
    await db
      .insertInto('inspection')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Inspections of a draw, or those one person was sent to; in the order drawn. */
export async function listInspections(db: Db, areaId: string, of: { drawId: string } | { inspectorId: string }): Promise<Inspection[]> {
  const takenBackOn = sql<CalendarDate | null>`case when ${isReleased} then (
    select max(e.day) from problem_event e where e.problem_id = inspection.problem_id and e.act = 'withdrawn') end`;
  const query = db.selectFrom('inspection').selectAll().select(takenBackOn.as('releasedOn')).where('areaId', '=', areaId);
  return ('drawId' in of ? query.where('drawId', '=', of.drawId) : query.where('inspectorId', '=', of.inspectorId))
    .orderBy('drawId')
    .orderBy('position')
    .execute();
}

/** How far a draw is; `total` leaves out the `released` ones. */
export interface InspectionProgress {
  total: number;
  done: number;
  failed: number;
  released: number;
}

/** How far each draw of an area is, by draw. One whose problem never was one (the ledger's `neverWas`) failed nobody. */
export async function inspectionProgress(db: Db, areaId: string): Promise<Map<string, InspectionProgress>> {
  const rows = await db
    .selectFrom('inspection')
    .where('areaId', '=', areaId)
    .select([
      'drawId',
      sql<number>`count(*) filter (where not ${isReleased})`.as('total'),
      sql<number>`count(*) filter (where ${isReleased})`.as('released'),
      (eb) => eb.fn.count<number>('outcome').as('done'),
      sql<number>`count(*) filter (where outcome in ('partly', 'not') and not exists (
        select from problem p where p.id = inspection.problem_id and p.status = 'withdrawn'))`.as('failed'),
    ])
    .groupBy('drawId')
    .execute();
  return new Map(rows.map(({ drawId, ...counts }) => [drawId, counts]));
}

export interface InspectionResult {
  outcome: InspectionOutcome;
  words: string;
  proof: string;
  at: Instant;
  by: string;
  eventSeq: number | null;
  proofIds: readonly string[];
}

/** Enters a result, once; answers whether it was still missing and still this person's. */
export async function writeResult(
  db: Db,
  key: Pick<Inspection, 'areaId' | 'drawId' | 'problemId' | 'inspectorId'>,
  { outcome, words, proof, at, by, eventSeq, proofIds }: InspectionResult,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inspection')
    .set({ outcome, words, proof, doneAt: at, doneBy: by, eventSeq, proofIds: [...proofIds] })
    .where('areaId', '=', key.areaId)
    .where('drawId', '=', key.drawId)
    .where('problemId', '=', key.problemId)
    .where('inspectorId', '=', key.inspectorId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts the results on the public page; a page that was withdrawn is put there anew. */
export async function publishInspection(
  db: Db,
  { page, ...row }: Pick<InspectionPublication, 'areaId' | 'drawId' | 'publishedOn' | 'publishedBy'> & { page: InspectionPage },
): Promise<void> {
  const values = {
    ...row,
    page: JSON.stringify(page),
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  };
  await db
    .insertInto('inspectionPublication')
    .values(values)
    .onConflict((conflict) => conflict.columns(['areaId', 'drawId']).doUpdateSet(values))
    .execute();
}

/** Writes a published page anew where it is public; answers whether it was. The day of its publication stays. */
export async function correctInspection(db: Db, areaId: string, drawId: string, page: InspectionPage): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inspectionPublication')
    .set({ page: JSON.stringify(page) })
    .where('areaId', '=', areaId)
    .where('drawId', '=', drawId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the published result of a draw back; answers whether one was published. Its record stays. */
export async function withdrawInspection(
  db: Db,
  areaId: string,
  drawId: string,
  { at, by, reason }: { at: Instant; by: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inspectionPublication')
    .set({ withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason })
    .where('areaId', '=', areaId)
    .where('drawId', '=', drawId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Published rechecks of an area, the newest first; withdrawn ones only where asked for. */
export async function listInspectionPublications(db: Db, areaId: string, withdrawnToo = false): Promise<InspectionPublication[]> {
  let query = db.selectFrom('inspectionPublication').selectAll().where('areaId', '=', areaId);
  if (!withdrawnToo) query = query.where('withdrawnAt', 'is', null);
  return query.orderBy('publishedOn', 'desc').orderBy('drawId').execute();
}
