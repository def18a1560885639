import { giveAnswer } from '../../app/cards/give-answer.ts';
import type { cardAnswer } from '../../contract/endpoints/card-answer.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cardAnswer> = (app, { areaId, ...form }, _file, caller) =>
  giveAnswer(app, areaId, { ...form, period: form.period }, caller);
