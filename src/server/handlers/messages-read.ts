import { readMessages } from '../../app/messages/inbox.ts';
import type { messagesRead } from '../../contract/endpoints/messages-read.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesRead> = (app, { areaId, ...input }, _file, { name: by }) =>
  readMessages(app, areaId, { ...input, by });
