import { viewAreas } from '../../app/views/areas.ts';
import type { areas } from '../../contract/endpoints/areas.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof areas> = (app) => viewAreas(app);
