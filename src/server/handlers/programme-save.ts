import { saveProgramme } from '../../app/responsibility/programmes.ts';
import type { programmeSave } from '../../contract/endpoints/programme-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof programmeSave> = async (app, { areaId, ...draft }, _file, { name }) => ({
  id: await saveProgramme(app, areaId, draft, name),
});
