import { viewScores } from '../../app/views/pictures/scores.ts';
import type { picturesScores } from '../../contract/endpoints/pictures-scores.ts';
import type { Handler } from '../handler.ts';
import { rangeAsked } from '../problems-query.ts';

export const handle: Handler<typeof picturesScores> = async (app, input, _file, caller) =>
  viewScores(app, await rangeAsked(app, input, caller), input.period);
