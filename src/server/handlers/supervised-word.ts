import { sayAsSupervisor } from '../../app/responsibility/supervise.ts';
import type { supervisedWord } from '../../contract/endpoints/supervised-word.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof supervisedWord> = async (app, { areaId, ...said }, _file, caller) => {
  await sayAsSupervisor(app, areaId, caller, said);
  return {};
};
