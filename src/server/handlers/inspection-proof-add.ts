import { addInspectionProof } from '../../app/draws/add-inspection-proof.ts';
import type { inspectionProofAdd } from '../../contract/endpoints/inspection-proof-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionProofAdd> = (app, { areaId, fileName, ...task }, file, caller) =>
  addInspectionProof(app, areaId, task, { name: fileName, bytes: file }, caller);
