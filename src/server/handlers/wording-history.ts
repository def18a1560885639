import { viewListHistory } from '../../app/wording/lists.ts';
import type { wordingHistory } from '../../contract/endpoints/wording-history.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wordingHistory> = async (app, { areaId, list, term }) => {
  const rows = await viewListHistory(app, areaId, list !== undefined && term !== undefined ? { list, term } : undefined);
  return { rows: rows.map((row) => ({ ...row, others: [...row.others] })) };
};
