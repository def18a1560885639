import { actOnMatter } from '../../app/filings/act-on-matter.ts';
import { viewMatter } from '../../app/filings/view-matters.ts';
import type { accountMatterAct } from '../../contract/endpoints/account-matter-act.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatterAct> = async (app, { areaId, matterId, ...deed }, _file, caller) => {
  await actOnMatter(app, areaId, matterId, deed, caller);
  return viewMatter(app, areaId, matterId, caller);
};
