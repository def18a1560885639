import { saveWorkYear, viewSettings } from '../../app/settings/view-settings.ts';
import type { workYearSave } from '../../contract/endpoints/work-year-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof workYearSave> = async (app, { areaId, ...year }, _file, caller) => {
  await saveWorkYear(app, year, caller);
  return viewSettings(app, areaId);
};
