import { readMatterProof } from '../../app/filings/proofs.ts';
import type { accountProof } from '../../contract/endpoints/account-proof.ts';
import type { Handler } from '../handler.ts';

/** Only what was found to be a picture is shown; anything else is saved. */
export const handle: Handler<typeof accountProof> = async (app, { areaId, matterId, proofId }, _file, caller) => {
  const { bytes, fileName, picture } = await readMatterProof(app, areaId, matterId, proofId, caller);
  return { bytes, fileName, as: picture ? 'picture' : 'document' };
};
