import { readCardPicture } from '../../app/cards/pictures.ts';
import type { cardPicture } from '../../contract/endpoints/card-picture.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cardPicture> = async (app, { areaId, channelId, pictureId }) => ({
  ...(await readCardPicture(app, areaId, channelId, pictureId)),
  as: 'picture',
});
