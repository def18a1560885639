import { beginAboutAccount } from '../../app/filings/begin-matter.ts';
import type { accountMatterBegin } from '../../contract/endpoints/account-matter-begin.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatterBegin> = async (app, { areaId, ...asked }, _file, caller) => ({
  id: await beginAboutAccount(app, areaId, asked, caller),
});
