import { viewLists } from '../../app/wording/lists.ts';
import type { wording } from '../../contract/endpoints/wording.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wording> = async (app, { areaId }) => {
  const { entries, ...rest } = await viewLists(app, areaId);
  return { ...rest, entries: entries.map((entry) => ({ ...entry, others: [...entry.others] })) };
};
