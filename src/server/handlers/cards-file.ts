import { cardsFile as writeFile } from '../../app/cards/cards-file.ts';
import type { cardsFile } from '../../contract/endpoints/cards-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cardsFile> = async (app, { areaId, period, sample, clause, unit, channel, answered }) => {
  const asked = { period, sample: sample ?? null, clauses: clause, unitIds: unit, channelIds: channel, answered: answered ?? null };
  return { ...(await writeFile(app, areaId, asked)), as: 'document' };
};
