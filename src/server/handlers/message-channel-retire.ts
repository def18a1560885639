import { dropChannel } from '../../app/messages/set-up.ts';
import type { messageChannelRetire } from '../../contract/endpoints/message-channel-retire.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageChannelRetire> = async (app, { areaId, channelId }) => {
  await dropChannel(app, areaId, channelId);
  return { ok: true };
};
