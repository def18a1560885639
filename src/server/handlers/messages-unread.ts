import { viewUnread } from '../../app/messages/inbox.ts';
import { inboxNames } from '../../app/messages/inbox-names.ts';
import type { messagesUnread } from '../../contract/endpoints/messages-unread.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesUnread> = async (app, { areaId }, _file, caller) =>
  viewUnread(app, areaId, await inboxNames(app, caller));
