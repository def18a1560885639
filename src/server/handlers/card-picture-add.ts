import { addCardPicture } from '../../app/cards/pictures.ts';
import type { cardPictureAdd } from '../../contract/endpoints/card-picture-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof cardPictureAdd> = (app, { areaId, fileName, ...about }, file, caller) =>
  addCardPicture(app, areaId, about, { name: fileName, bytes: file }, caller);
