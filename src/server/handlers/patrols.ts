import { viewPatrols } from '../../app/prompts/view-patrols.ts';
import type { patrols } from '../../contract/endpoints/patrols.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof patrols> = (app, { areaId, ...asked }, _file, caller) => viewPatrols(app, areaId, caller.scope, asked);
