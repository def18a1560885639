import { markItem } from '../../app/responsibility/programmes.ts';
import type { programmeItemMark } from '../../contract/endpoints/programme-item-mark.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof programmeItemMark> = async (app, { areaId, ...mark }, _file, caller) => {
  await markItem(app, areaId, mark, caller);
  return {};
};
