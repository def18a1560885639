import { removeBodyEntry } from '../../app/responsibility/bodies.ts';
import type { bodyEntryRemove } from '../../contract/endpoints/body-entry-remove.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof bodyEntryRemove> = async (app, { areaId, ...key }) => {
  await removeBodyEntry(app, areaId, key);
  return {};
};
