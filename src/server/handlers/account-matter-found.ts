import { recordFound } from '../../app/filings/begin-matter.ts';
import type { accountMatterFound } from '../../contract/endpoints/account-matter-found.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatterFound> = async (app, { areaId, unitId, ...found }, _file, caller) => ({
  id: await recordFound(app, areaId, unitId, { ...found, purpose: null, person: null, phone: null }, caller),
});
