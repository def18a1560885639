import { readRawProof } from '../../app/desk/enter-raw.ts';
import type { rawFindingPicture } from '../../contract/endpoints/raw-finding-picture.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingPicture> = async (app, { areaId, problemId, pictureId }, _file, caller) => ({
  ...(await readRawProof(app, areaId, problemId, pictureId, caller)),
  as: 'picture',
});
