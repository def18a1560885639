import { readProof } from '../../app/rectify/proofs.ts';
import type { problemProofPicture } from '../../contract/endpoints/problem-proof-picture.ts';
import type { Handler } from '../handler.ts';

/** Only what was found to be a picture is shown; anything else is saved. */
export const handle: Handler<typeof problemProofPicture> = async (app, { areaId, problemId, proofId }, _file, caller) => {
  const { bytes, fileName, picture } = await readProof(app, areaId, problemId, proofId, caller);
  return { bytes, fileName, as: picture ? 'picture' : 'document' };
};
