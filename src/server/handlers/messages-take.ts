import { takeAlarms } from '../../app/messages/inbox.ts';
import type { messagesTake } from '../../contract/endpoints/messages-take.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messagesTake> = (app, { areaId, ...input }, _file, { name: by }) =>
  takeAlarms(app, areaId, { ...input, by });
