import { dropMatrix } from '../../app/media/matrices.ts';
import type { matrixRetire } from '../../contract/endpoints/matrix-retire.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof matrixRetire> = async (app, { areaId, matrixId }) => {
  await dropMatrix(app, areaId, matrixId);
  return { ok: true };
};
