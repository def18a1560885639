import { testChannel } from '../../app/messages/set-up.ts';
import type { messageChannelTest } from '../../contract/endpoints/message-channel-test.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageChannelTest> = (app, { areaId, channelId, to }, _file, { name: by }) =>
  testChannel(app, areaId, { id: channelId, to, by });
