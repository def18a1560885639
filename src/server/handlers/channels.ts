import { viewChannels } from '../../app/views/channels.ts';
import type { channels } from '../../contract/endpoints/channels.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof channels> = (app, { areaId, period }) => viewChannels(app, areaId, period);
