import { MingchaError } from '../../core/error.ts';
import { USER_ROLES } from '../../core/role.ts';
import { apply } from '../../ledger/apply.ts';
import type { Act, Actor } from '../../ledger/event.ts';
import type { InspectionOutcome } from '../../ledger/inspection.ts';
import { project } from '../../ledger/project.ts';
import { stateAfter } from '../../ledger/transitions.ts';
import { findDraw } from '../../store/draws.ts';
import { listInspections, writeResult } from '../../store/inspections.ts';
import { listEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import { appendToLedger } from '../ledger/append.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';

const ACTS: Record<InspectionOutcome, Act> = { fixed: 'rechecked_fixed', partly: 'rechecked_partly', not: 'rechecked_not' };

export interface ResultEntry {
  drawId: string;
  problemId: string;
  outcome: InspectionOutcome;
  /** What was seen. */
  words: string;
  /** Address, picture number or whatever else shows it. */
  proof: string;
}

/**
 * The result of one drawn problem, by the person it was drawn for, once. A problem not fixed, or only partly, stands in the ledger
 * again and costs points by the scheme (seeds P05, P06). Answers whether the ledger took it as an act: where the problem was
 * reopened in between, it needs none.
 */
export async function enterResult(app: App, areaId: string, caller: Caller, entry: ResultEntry): Promise<{ inLedger: boolean }> {
  const { drawId, problemId, outcome } = entry;
  const [mine, draw, problem] = await Promise.all([
    listInspections(app.db, areaId, { inspectorId: caller.userId }),
    findDraw(app.db, areaId, drawId),
    findProblem(app.db, problemId),
  ]);
  const inspection = mine.find((one) => one.drawId === drawId && one.problemId === problemId);
  if (!inspection || !draw || !problem) throw new MingchaError('not-found', '您的复查任务中没有这一条。', '请从“我的复查任务”中选择。');
  if (inspection.outcome !== null) throw done();
  if (outcome !== 'fixed' && entry.words.trim() === '')
    throw new MingchaError('bad-input', '没有写明看到的情况。', '未整改或整改不彻底的，请写明还存在什么问题。');
  const day = await todayOf(app, areaId);
  return app.db.transaction().execute(async (trx) => {
    const events = await listEvents(trx, problemId);
    const by = actorOf(caller);
    const act = ACTS[outcome];
    const state = project(events);
    const allowed = stateAfter(state.status, act, by.role) !== null;
    const drawnAs = `${USER_ROLES[caller.role]}${caller.unitId === null ? '' : '人员'} ${caller.name}`;
    const data = { draw: drawId, source: `${draw.record.purpose}（双随机抽取）`, proof: entry.proof, inspector: drawnAs };
    const draft = { act, at: app.now(), day: day < state.lastActOn ? state.lastActOn : day, by, reason: entry.words, data };
    const event = allowed ? apply(problem, events, draft) : null;
    if (event) await appendToLedger(trx, [{ problem, events }], { events: [event] });
    const { words, proof } = entry;
    const result = { outcome, words, proof, at: app.now(), by: caller.name, eventSeq: event?.seq ?? null };
    if (!(await writeResult(trx as Db, { areaId, drawId, problemId }, result))) throw done();
    return { inLedger: allowed };
  });
}

/** Who was drawn acts for the office, in the name of the own person and unit; the ledger refuses a matter of that unit. */
function actorOf({ role, unitId, name }: Caller): Actor {
  return { role: role === 'unit' || role === 'reader' ? 'office' : role, unitId, name };
}

const done = (): MingchaError =>
  new MingchaError('conflict', '这一条的复查结果已经登记过了。', '结果只登记一次；确有出入的，请联系政务公开办在台账中办理。');
