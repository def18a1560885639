import { viewSearches } from '../../app/search/view-searches.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { searches } from '../../contract/endpoints/searches.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof searches> = async (app, { areaId }) => {
  await areaOf(app, areaId);
  return { rows: await viewSearches(app, areaId) };
};
