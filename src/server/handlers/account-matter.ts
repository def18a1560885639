import { viewMatter } from '../../app/filings/view-matters.ts';
import type { accountMatter } from '../../contract/endpoints/account-matter.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatter> = (app, { areaId, matterId }, _file, caller) =>
  viewMatter(app, areaId, matterId, caller);
