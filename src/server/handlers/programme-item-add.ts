import { addItem } from '../../app/responsibility/programmes.ts';
import type { programmeItemAdd } from '../../contract/endpoints/programme-item-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof programmeItemAdd> = async (app, { areaId, ...draft }, _file, caller) => ({
  id: await addItem(app, areaId, draft, caller),
});
