import { MingchaError } from '../../core/error.ts';
import { USER_ROLES } from '../../core/role.ts';
import { apply } from '../../ledger/apply.ts';
import type { Act } from '../../ledger/event.ts';
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
import { withProofs } from '../rectify/with-proofs.ts';
import { todayOf } from '../views/area-of.ts';
import { notMine } from './add-inspection-proof.ts';
import { inspectingActor } from './inspecting-actor.ts';
import { proofsByIds } from './inspection-proofs.ts';

const ACTS: Record<InspectionOutcome, Act> = { fixed: 'rechecked_fixed', partly: 'rechecked_partly', not: 'rechecked_not' };

export interface ResultEntry {
  drawId: string;
  problemId: string;
  outcome: InspectionOutcome;
  /** What was seen. */
  words: string;
  /** Address, picture number or whatever else shows it; may be empty where files show it. */
  proof: string;
  /** Files handed in before. */
  proofIds: readonly string[];
}

/**
 * The result of one drawn problem, by the person it was drawn for, once. A problem not fixed, or only partly, stands in the ledger
 * again and costs points by the scheme (seeds P05, P06). Answers whether the ledger took it as an act: where the problem was
 * reopened in between, it needs none. Refused for one that was taken back since: nobody has to look at it.
 */
export async function enterResult(app: App, areaId: string, caller: Caller, entry: ResultEntry): Promise<{ inLedger: boolean }> {
  const { drawId, problemId, outcome } = entry;
  const [mine, draw, problem] = await Promise.all([
    listInspections(app.db, areaId, { inspectorId: caller.userId }),
    findDraw(app.db, areaId, drawId),
    findProblem(app.db, problemId),
  ]);
  const inspection = mine.find((one) => one.drawId === drawId && one.problemId === problemId);
  if (!inspection || !draw || !problem) throw notMine();
  if (inspection.outcome !== null) throw done();
  if (outcome !== 'fixed' && entry.words.trim() === '')
    throw new MingchaError('bad-input', '没有写明看到的情况。', '未整改或整改不彻底的，请写明还存在什么问题。');
  const files = await proofsByIds(app.db, areaId, problemId, entry.proofIds, caller.name);
  if (entry.proof.trim() === '' && files.length === 0)
    throw new MingchaError('bad-input', '没有依据。', '请上传照片或截图，或者写明核查的网址、现场情况。');
  const day = await todayOf(app, areaId);
  return app.db.transaction().execute(async (trx) => {
    const events = await listEvents(trx, problemId);
    const by = inspectingActor(caller);
    const act = ACTS[outcome];
    const state = project(events);
    if (state.status === 'withdrawn') throw released();
    const allowed = stateAfter(state.status, act, by.role) !== null;
    const drawnAs = `${USER_ROLES[caller.role]}${caller.unitId === null ? '' : '人员'} ${caller.name}`;
    const shown = [entry.proof, ...files.map(({ fileName }) => fileName)].filter((one) => one !== '').join('；');
    const data = { draw: drawId, source: `${draw.record.purpose}（双随机抽取）`, proof: shown, inspector: drawnAs };
    const draft = { act, at: app.now(), day: day < state.lastActOn ? state.lastActOn : day, by, reason: entry.words, data };
    const event = allowed ? apply(problem, events, draft) : null;
    if (event) await appendToLedger(trx, [{ problem, events }], { events: [event] });
    const proofIds = files.map(({ id }) => id);
    if (event) await withProofs(areaId, proofIds)(trx as Db, [event]);
    const { words, proof } = entry;
    const result = { outcome, words, proof, proofIds, at: app.now(), by: caller.name, eventSeq: event?.seq ?? null };
    if (!(await writeResult(trx as Db, { areaId, drawId, problemId, inspectorId: caller.userId }, result))) throw done();
    return { inLedger: allowed };
  });
}

const released = (): MingchaError =>
  new MingchaError('refused', '这个问题经核实不成立，已经撤销，不用再复查。', '请刷新页面，接着办理其他复查任务。');

const done = (): MingchaError =>
  new MingchaError(
    'conflict',
    '这一条的复查结果已经登记，或者已改由他人复查。',
    '请刷新页面查看。结果只登记一次；确有出入的，请联系政务公开办在台账中办理。',
  );
