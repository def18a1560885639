import { readProof } from '../../app/rectify/proofs.ts';
import type { problemProof } from '../../contract/endpoints/problem-proof.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemProof> = async (app, { areaId, problemId, proofId }, _file, caller) => {
  const { bytes, fileName } = await readProof(app, areaId, problemId, proofId, caller);
  return { bytes, fileName, as: 'document' };
};
