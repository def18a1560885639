import { answerClean } from '../../app/cards/give-answer.ts';
import type { cardsClean } from '../../contract/endpoints/cards-clean.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cardsClean> = (app, { areaId, ...form }, _file, caller) =>
  answerClean(app, areaId, { ...form, period: form.period }, caller);
