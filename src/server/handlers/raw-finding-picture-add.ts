import { addRawProof } from '../../app/desk/enter-raw.ts';
import type { rawFindingPictureAdd } from '../../contract/endpoints/raw-finding-picture-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingPictureAdd> = (app, { areaId, problemId }, file, caller) =>
  addRawProof(app, areaId, problemId, file, caller);
