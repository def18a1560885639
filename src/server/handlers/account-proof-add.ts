import { addMatterProof } from '../../app/filings/proofs.ts';
import type { accountProofAdd } from '../../contract/endpoints/account-proof-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountProofAdd> = (app, { areaId, matterId, fileName }, file, caller) =>
  addMatterProof(app, areaId, matterId, { name: fileName, bytes: file }, caller);
