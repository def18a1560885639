import { drawChoices as choicesOf } from '../../app/draws/draw-choices.ts';
import type { drawChoices } from '../../contract/endpoints/draw-choices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawChoices> = (app, { areaId }) => choicesOf(app, areaId);
