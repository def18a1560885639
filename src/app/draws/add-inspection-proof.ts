import { MingchaError } from '../../core/error.ts';
import { listInspections } from '../../store/inspections.ts';
import { findProblem } from '../../store/problems.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { keepProof } from '../rectify/proofs.ts';
import { inspectingActor } from './inspecting-actor.ts';

/** A photograph, screenshot or paper of a recheck, by the person drawn for it, before the result that names it. @throws as `keepProof`, not-found. */
export async function addInspectionProof(
  app: App,
  areaId: string,
  { drawId, problemId }: { drawId: string; problemId: string },
  file: { name: string; bytes: Uint8Array },
  caller: Caller,
) {
  const mine = await listInspections(app.db, areaId, { inspectorId: caller.userId });
  const task = mine.find((one) => one.drawId === drawId && one.problemId === problemId);
  if (!task || !(await findProblem(app.db, problemId))) throw notMine();
  if (task.outcome !== null) throw new MingchaError('conflict', '这一条的复查结果已经登记过了。', '登记以后不能再加证明材料。');
  return keepProof(app, areaId, problemId, file, inspectingActor(caller));
}

export const notMine = (): MingchaError => new MingchaError('not-found', '您的复查任务中没有这一条。', '请从“我的复查任务”中选择。');
