import { inboxNames } from '../../app/messages/inbox-names.ts';
import { viewSetUp } from '../../app/messages/set-up.ts';
import type { messageSetUp } from '../../contract/endpoints/message-set-up.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageSetUp> = async (app, { areaId }, _file, caller) =>
  viewSetUp(app, areaId, await inboxNames(app, caller));
