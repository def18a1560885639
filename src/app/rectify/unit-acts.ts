import { actOnSelected } from '../ledger/act-on-selected.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { actorFor } from './actor-for.ts';
import { proofData, withProofs } from './with-proofs.ts';

/** 签收: the unit confirms that it has the problems, one or many at once. Answers how many. */
export async function receiveProblems(app: App, areaId: string, problemIds: readonly string[], caller: Caller): Promise<number> {
  const day = await todayOf(app, areaId);
  const at = app.now();
  const events = await actOnSelected(app, areaId, { ids: problemIds, scope: caller.scope }, ({ problem }) => ({
    act: 'received',
    at,
    day,
    by: actorFor(caller, problem),
  }));
  return events.length;
}

/** What a unit says about one problem, with the files that prove it. */
export interface UnitStatement {
  problemId: string;
  text: string;
  proofIds: readonly string[];
}

/** 反馈整改: the unit's claim that it is put right. Whether it is, the recheck says (seeds P04). */
export async function answerProblem(app: App, areaId: string, statement: UnitStatement, caller: Caller): Promise<void> {
  await state(app, areaId, 'reported_fixed', statement, caller);
}

/** 提出异议: the unit says why it is none of its problems; the office decides. */
export async function disputeProblem(app: App, areaId: string, statement: UnitStatement, caller: Caller): Promise<void> {
  await state(app, areaId, 'disputed', statement, caller);
}

async function state(
  app: App,
  areaId: string,
  act: 'reported_fixed' | 'disputed',
  statement: UnitStatement,
  caller: Caller,
): Promise<void> {
  const { problemId, text, proofIds } = statement;
  const day = await todayOf(app, areaId);
  const at = app.now();
  await actOnSelected(
    app,
    areaId,
    { ids: [problemId], scope: caller.scope },
    ({ problem }) => ({ act, at, day, by: actorFor(caller, problem), reason: text, data: proofData(proofIds) }),
    withProofs(areaId, proofIds),
  );
}
