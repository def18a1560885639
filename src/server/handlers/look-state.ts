import { viewLook } from '../../app/look-now/view-look.ts';
import type { lookState } from '../../contract/endpoints/look-state.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof lookState> = (app, { areaId }, _file, caller) => viewLook(app, areaId, caller);
