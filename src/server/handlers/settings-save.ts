import { changeSettings } from '../../app/settings/change-settings.ts';
import { viewSettings } from '../../app/settings/view-settings.ts';
import type { settingsSave } from '../../contract/endpoints/settings-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof settingsSave> = async (app, { areaId, changes }) => {
  await changeSettings(app, areaId, changes);
  return viewSettings(app, areaId);
};
