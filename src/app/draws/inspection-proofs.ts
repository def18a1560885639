import { MingchaError } from '../../core/error.ts';
import { listProofs, listProofsOf, type Proof } from '../../store/rectify-proofs.ts';
import type { Db } from '../../store/schema.ts';
import { proofLine } from '../rectify/proofs.ts';

/** Files that a person handed in for a problem and a result names now. @throws refused when one is not there or proves something already. */
export async function proofsByIds(db: Db, areaId: string, problemId: string, ids: readonly string[], byName: string): Promise<Proof[]> {
  if (ids.length === 0) return [];
  const waiting = (await listProofs(db, areaId, problemId)).filter((one) => one.eventSeq === null && one.byName === byName);
  const files = waiting.filter(({ id }) => ids.includes(id));
  if (files.length === new Set(ids).size) return files;
  throw new MingchaError('refused', '有的证明材料不在这个问题下，或者已经用过。', '请重新上传证明材料后再提交。');
}

/** Files of rechecks: those a result names, and those a person handed in for a result that is still to come. */
export async function proofsOfResults(
  db: Db,
  areaId: string,
  inspections: readonly { problemId: string; proofIds: readonly string[]; outcome: string | null }[],
) {
  const all = await listProofsOf(
    db,
    areaId,
    inspections.map(({ problemId }) => problemId),
  );
  const of = (problemId: string): Proof[] => all.filter((one) => one.problemId === problemId);
  return {
    named: ({ problemId, proofIds }: { problemId: string; proofIds: readonly string[] }) =>
      of(problemId)
        .filter(({ id }) => proofIds.includes(id))
        .map(proofLine),
    waiting: (problemId: string, byName: string) =>
      of(problemId)
        .filter((one) => one.eventSeq === null && one.byName === byName)
        .map(proofLine),
  };
}
