import { viewProgrammes } from '../../app/responsibility/programmes.ts';
import type { programmes } from '../../contract/endpoints/programmes.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof programmes> = (app, { areaId }, _file, { scope }) => viewProgrammes(app, areaId, scope);
