import { keptPage } from '../../app/desk/kept-page.ts';
import type { deskPage } from '../../contract/endpoints/desk-page.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof deskPage> = (app, { areaId, problemId, factId }) => keptPage(app, areaId, problemId, factId);
