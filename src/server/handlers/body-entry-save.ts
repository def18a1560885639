import { saveBodyEntry } from '../../app/responsibility/bodies.ts';
import type { bodyEntrySave } from '../../contract/endpoints/body-entry-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof bodyEntrySave> = async (app, { areaId, ...entry }, _file, { name }) => ({
  id: await saveBodyEntry(app, areaId, entry, name),
});
