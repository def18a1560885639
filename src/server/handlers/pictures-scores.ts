import { viewScores } from '../../app/views/pictures/scores.ts';
import type { picturesScores } from '../../contract/endpoints/pictures-scores.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesScores> = (app, { areaId, period }) => viewScores(app, areaId, period);
