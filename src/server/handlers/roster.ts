import { viewRoster } from '../../app/messages/roster.ts';
import type { roster } from '../../contract/endpoints/roster.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof roster> = (app, { areaId, from, days }) => viewRoster(app, areaId, { from, days });
