import { viewCard } from '../../app/cards/view-card.ts';
import type { card } from '../../contract/endpoints/card.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof card> = (app, { areaId, ...asked }) => viewCard(app, areaId, { ...asked, period: asked.period });
