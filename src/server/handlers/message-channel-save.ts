import { saveChannel } from '../../app/messages/set-up.ts';
import type { messageChannelSave } from '../../contract/endpoints/message-channel-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof messageChannelSave> = async (app, { areaId, ...wish }, _file, { name: by }) => ({
  id: await saveChannel(app, areaId, { ...wish, by }),
});
