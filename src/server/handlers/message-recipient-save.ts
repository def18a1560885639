import { saveRecipient } from '../../app/messages/set-up.ts';
import type { messageRecipientSave } from '../../contract/endpoints/message-recipient-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageRecipientSave> = async (app, { areaId, ...wish }, _file, { name: by }) => {
  await saveRecipient(app, areaId, { ...wish, by });
  return { ok: true };
};
