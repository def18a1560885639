import { saveRoster } from '../../app/messages/roster.ts';
import type { rosterSave } from '../../contract/endpoints/roster-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rosterSave> = async (app, { areaId, ...wish }, _file, { name: by }) => {
  await saveRoster(app, areaId, { ...wish, by });
  return { ok: true };
};
