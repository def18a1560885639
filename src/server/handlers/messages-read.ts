import { readMessages } from '../../app/messages/inbox.ts';
import { inboxNames } from '../../app/messages/inbox-names.ts';
import type { messagesRead } from '../../contract/endpoints/messages-read.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesRead> = async (app, { areaId, ids }, _file, caller) =>
  readMessages(app, areaId, { ids, names: await inboxNames(app, caller), by: caller.name });
