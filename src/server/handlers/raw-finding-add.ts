import { enterRawFinding } from '../../app/desk/enter-raw.ts';
import type { rawFindingAdd } from '../../contract/endpoints/raw-finding-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingAdd> = (app, { areaId, ...form }, _file, caller) =>
  enterRawFinding(app, areaId, form, caller);
