import { MingchaError } from '../../core/error.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { attachProofs } from '../../store/rectify-proofs.ts';
import type { Db } from '../../store/schema.ts';

/** Binds the files an act names to it, in its transaction. @throws refused when one is not there or proves another act. */
export function withProofs(areaId: string, proofIds: readonly string[]): (trx: Db, events: readonly ProblemEvent[]) => Promise<void> {
  const ids = [...new Set(proofIds)];
  return async (trx, events) => {
    for (const { problemId, seq } of events) {
      if (ids.length === 0) return;
      if ((await attachProofs(trx, areaId, problemId, ids, seq)) !== ids.length)
        throw new MingchaError('refused', '有的证明材料不在这个问题下，或者已经用过。', '请重新上传证明材料后再提交。');
    }
  };
}

/** What an act carries of the files it names. */
export const proofData = (proofIds: readonly string[]): ProblemEvent['data'] =>
  proofIds.length > 0 ? { proof: [...new Set(proofIds)] } : {};
