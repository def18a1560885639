import { viewSteps } from '../../app/desk/view-steps.ts';
import type { deskSteps } from '../../contract/endpoints/desk-steps.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof deskSteps> = (app, { areaId, from, to }) => viewSteps(app, areaId, { from, to });
