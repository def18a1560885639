import { viewMatters } from '../../app/filings/view-matters.ts';
import type { accountMatters } from '../../contract/endpoints/account-matters.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatters> = (app, { areaId }, _file, caller) => viewMatters(app, areaId, caller);
