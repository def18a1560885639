import { saveMatrix } from '../../app/media/matrices.ts';
import type { matrixSave } from '../../contract/endpoints/matrix-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof matrixSave> = (app, { areaId, ...matrix }, _file, caller) =>
  saveMatrix(app, areaId, { id: undefined, ...matrix }, caller);
