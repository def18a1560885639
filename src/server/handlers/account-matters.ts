import { viewMatters } from '../../app/filings/view-matters.ts';
import { pageOf } from '../../app/views/page-of.ts';
import type { accountMatters } from '../../contract/endpoints/account-matters.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMatters> = async (app, { areaId, page, size, ...asked }, _file, caller) => {
  const { rows, ...rest } = await viewMatters(app, areaId, asked, caller);
  return { ...rest, ...pageOf(rows, { page, size }) };
};
