import { viewPrompts } from '../../app/prompts/view-prompts.ts';
import type { prompts } from '../../contract/endpoints/prompts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof prompts> = (app, { areaId, state = null, kind = null, q, sort, page, size }) =>
  viewPrompts(app, areaId, { state, kind, words: q || null, order: sort, page, size });
