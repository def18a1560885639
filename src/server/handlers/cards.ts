import { viewCards } from '../../app/cards/view-cards.ts';
import type { cards } from '../../contract/endpoints/cards.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cards> = (app, { areaId, period, sample, clause, unit, channel, answered, page, size }) =>
  viewCards(app, areaId, {
    ...{ period, sample: sample ?? null, clauses: clause, unitIds: unit, channelIds: channel, answered: answered ?? null },
    ...{ page, size },
  });
