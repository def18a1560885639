import { viewInbox } from '../../app/messages/inbox.ts';
import type { messages } from '../../contract/endpoints/messages.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messages> = (app, { areaId, names, state, kind, words, page, size }) =>
  viewInbox(
    app,
    areaId,
    { names, ...(state ? { state } : {}), ...(kind ? { kinds: [kind] } : {}), ...(words ? { words } : {}) },
    { number: page, size },
  );
