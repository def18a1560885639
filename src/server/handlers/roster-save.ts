import { saveRoster } from '../../app/messages/roster.ts';
import type { rosterSave } from '../../contract/endpoints/roster-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rosterSave> = async (app, { areaId, ...wish }) => {
  await saveRoster(app, areaId, wish);
  return { ok: true };
};
