import { viewInbox } from '../../app/messages/inbox.ts';
import { inboxNames } from '../../app/messages/inbox-names.ts';
import type { messages } from '../../contract/endpoints/messages.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messages> = async (app, { areaId, state, kind, words, page, size }, _file, caller) => {
  const names = await inboxNames(app, caller);
  const filter = { names, ...(state ? { state } : {}), ...(kind ? { kinds: [kind] } : {}), ...(words ? { words } : {}) };
  return { ...(await viewInbox(app, areaId, filter, { number: page, size })), names };
};
