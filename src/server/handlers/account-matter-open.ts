import { askOpening } from '../../app/filings/begin-matter.ts';
import type { accountMatterOpen } from '../../contract/endpoints/account-matter-open.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatterOpen> = async (app, { areaId, unitId, ...asked }, _file, caller) => ({
  id: await askOpening(app, areaId, unitId, asked, caller),
});
