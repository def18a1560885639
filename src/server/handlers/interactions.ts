import { viewInteractions } from '../../app/views/interactions.ts';
import type { interactions } from '../../contract/endpoints/interactions.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof interactions> = (app, { areaId, period }) => viewInteractions(app, areaId, period);
