import { viewRawChoices } from '../../app/desk/view-raw.ts';
import type { rawFindingChoices } from '../../contract/endpoints/raw-finding-choices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingChoices> = (app, { areaId }) => viewRawChoices(app, areaId);
