import { viewMyInspections } from '../../app/draws/my-inspections.ts';
import type { myInspections } from '../../contract/endpoints/my-inspections.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof myInspections> = async (app, { areaId }, _file, caller) => ({
  rows: await viewMyInspections(app, areaId, caller),
});
