import { viewImports } from '../../app/import/desk.ts';
import type { imports } from '../../contract/endpoints/imports.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof imports> = (app, { areaId, q, ...asked }) => viewImports(app, areaId, { ...asked, words: q });
