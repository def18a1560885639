import { type Selectable, sql } from 'kysely';
import { MingchaError } from '../core/error.ts';
import type { Problem, ProblemEvent } from '../ledger/event.ts';
import { batches } from './batch.ts';
import type { Projection } from './problems.ts';
import type { Db, Tables } from './schema.ts';
import { storableText } from './text.ts';

/** Events of one problem to be written, in order, with what they add up to together with those before. */
export interface Entry {
  /** Given when the first of the events is the first of the problem (seq 1). */
  problem?: Problem;
  events: readonly [ProblemEvent, ...ProblemEvent[]];
  projection: Projection;
}

/**
 * Writes events and the projections they give, all or nothing. The problems are locked, and the numbers must go on
 * without a gap from what is kept: whoever decided on an older state gets MingchaError 'conflict' and nothing is written.
 */
export async function appendEvents(db: Db, entries: readonly Entry[]): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => appendEvents(trx, entries));
  await insertProblems(db, entries);
  const kept = await lockedProblems(db, entries);
  const areaOf = new Map<string, string>();
  for (const { events } of entries) {
    const { problemId } = events[0];
    const state = kept.get(problemId);
    if (!state) throw new MingchaError('not-found', `台账中没有编号为 ${problemId} 的问题。`, '请刷新台账后重试。');
    events.forEach((event, i) => {
      if (event.problemId !== problemId || event.seq !== state.lastSeq + 1 + i) throw changedMeanwhile(problemId);
    });
    areaOf.set(problemId, state.areaId);
  }
  for (const part of batches(entries.flatMap(({ events }) => events))) {
    await db
      .insertInto('problemEvent')
      .values(part.map((event) => toRow(areaOf.get(event.problemId) as string, event)))
      .execute();
  }
  for (const part of batches(entries)) await project(db, part);
}

/** The history of a problem, in order. */
export async function listEvents(db: Db, problemId: string): Promise<ProblemEvent[]> {
  return (await listEventsOf(db, [problemId])).get(problemId) ?? [];
}

/** Histories of several problems by problem id. */
export async function listEventsOf(db: Db, problemIds: readonly string[]): Promise<Map<string, ProblemEvent[]>> {
  const rows = await db
    .selectFrom('problemEvent')
    .selectAll()
    .where('problemId', '=', sql<string>`any(${problemIds}::text[])`)
    .orderBy('problemId')
    .orderBy('seq')
    .execute();
  const histories = new Map<string, ProblemEvent[]>();
  for (const row of rows) {
    const history = histories.get(row.problemId);
    if (history) history.push(fromRow(row));
    else histories.set(row.problemId, [fromRow(row)]);
  }
  return histories;
}

async function insertProblems(db: Db, entries: readonly Entry[]): Promise<void> {
  const fresh = entries.flatMap(({ problem, projection }) => (problem ? [{ problem, projection }] : []));
  for (const part of batches(fresh)) {
    const rows = part.map(({ problem: { measured, text, placeLabel, ...rest }, projection }) => ({
      ...rest,
      text: storableText(text),
      placeLabel: storableText(placeLabel),
      measured: JSON.stringify(measured),
      ...projection,
    }));
    // Somebody may have entered the same problem a moment ago; the check of the numbers then finds its first event.
    await db
      .insertInto('problem')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Locks in the order of ids, so that two batches never wait for each other. */
async function lockedProblems(db: Db, entries: readonly Entry[]): Promise<Map<string, { areaId: string; lastSeq: number }>> {
  const ids = entries.map(({ events }) => events[0].problemId);
  if (new Set(ids).size !== ids.length) throw new RangeError('one entry per problem');
  const problems = await db
    .selectFrom('problem')
    .select(['id', 'areaId'])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  // A second statement, because it must see what was written while this one waited for the locks.
  const last = await db
    .selectFrom('problemEvent')
    .select(['problemId', (eb) => eb.fn.max('seq').as('seq')])
    .where('problemId', '=', sql<string>`any(${ids}::text[])`)
    .groupBy('problemId')
    .execute();
  const lastSeq = new Map(last.map(({ problemId, seq }) => [problemId, seq]));
  return new Map(problems.map(({ id, areaId }) => [id, { areaId, lastSeq: lastSeq.get(id) ?? 0 }]));
}

async function project(db: Db, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map(({ events, projection: p }) => ({ id: events[0].problemId, ...p }));
  await sql`
    update problem set status = p.status, last_act_on = p."lastActOn", due_on = p."dueOn", due_provisional = p."dueProvisional", periods = p.periods
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p (id text, status text, "lastActOn" date, "dueOn" date, "dueProvisional" boolean, periods integer)
    where problem.id = p.id`.execute(db);
}

function changedMeanwhile(problemId: string): MingchaError {
  return new MingchaError('conflict', `问题 ${problemId} 刚刚被其他人处理过。`, '请刷新后查看最新状态，再决定是否继续。');
}

function toRow(areaId: string, { by, data, reason, ...event }: ProblemEvent) {
  return {
    ...event,
    areaId,
    reason: reason === null ? null : storableText(reason),
    byRole: by.role,
    byUnitId: by.unitId,
    byName: by.name,
    data: JSON.stringify(data),
  };
}

function fromRow({ areaId: _areaId, byRole, byUnitId, byName, ...event }: Selectable<Tables['problemEvent']>): ProblemEvent {
  return { ...event, by: { role: byRole, unitId: byUnitId, name: byName } };
}
