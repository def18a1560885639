import { dropRecipient } from '../../app/messages/set-up.ts';
import type { messageRecipientRetire } from '../../contract/endpoints/message-recipient-retire.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageRecipientRetire> = async (app, { areaId, name }) => {
  await dropRecipient(app, areaId, name);
  return { ok: true };
};
