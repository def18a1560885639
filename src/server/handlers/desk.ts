import { viewWaiting } from '../../app/desk/view-waiting.ts';
import type { desk } from '../../contract/endpoints/desk.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof desk> = (app, { areaId, unit, category, source, q, page, size }, _file, caller) =>
  viewWaiting(app, areaId, { unitIds: unit, categories: category, sources: source, words: q || null, page, size }, caller);
