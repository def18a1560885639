import { takeAlarms } from '../../app/messages/inbox.ts';
import { inboxNames } from '../../app/messages/inbox-names.ts';
import type { messagesTake } from '../../contract/endpoints/messages-take.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesTake> = async (app, { areaId, ids }, _file, caller) =>
  takeAlarms(app, areaId, { ids, names: await inboxNames(app, caller), by: caller.name });
