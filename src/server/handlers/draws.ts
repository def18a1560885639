import { viewDrawList } from '../../app/draws/list-draws.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { draws } from '../../contract/endpoints/draws.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof draws> = async (app, { areaId }) => {
  await areaOf(app, areaId);
  return { rows: await viewDrawList(app, areaId) };
};
