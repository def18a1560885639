import { viewBodies } from '../../app/responsibility/bodies.ts';
import type { bodies } from '../../contract/endpoints/bodies.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof bodies> = (app, { areaId }, _file, { scope }) => viewBodies(app, areaId, scope);
