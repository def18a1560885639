import { viewPractices } from '../../app/views/practices.ts';
import type { practices } from '../../contract/endpoints/practices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof practices> = (app, { areaId, period }) => viewPractices(app, areaId, period);
