import { addProof } from '../../app/rectify/proofs.ts';
import type { problemProofAdd } from '../../contract/endpoints/problem-proof-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemProofAdd> = (app, { areaId, problemId, fileName }, file, caller) =>
  addProof(app, areaId, problemId, { name: fileName, bytes: file }, caller);
