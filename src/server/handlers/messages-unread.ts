import { viewUnread } from '../../app/messages/inbox.ts';
import type { messagesUnread } from '../../contract/endpoints/messages-unread.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesUnread> = (app, { areaId, names }) => viewUnread(app, areaId, names);
