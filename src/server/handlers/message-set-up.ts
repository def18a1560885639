import { viewSetUp } from '../../app/messages/set-up.ts';
import type { messageSetUp } from '../../contract/endpoints/message-set-up.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageSetUp> = (app, { areaId, names }) => viewSetUp(app, areaId, names);
