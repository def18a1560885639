import { viewSettings } from '../../app/settings/view-settings.ts';
import type { settings } from '../../contract/endpoints/settings.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof settings> = (app, { areaId }) => viewSettings(app, areaId);
