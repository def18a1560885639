import { viewPulse } from '../../app/views/pulse.ts';
import type { pulse } from '../../contract/endpoints/pulse.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof pulse> = (app, { areaId }) => viewPulse(app, areaId);
