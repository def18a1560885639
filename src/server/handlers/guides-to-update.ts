import { guidesToUpdate } from '../../app/directory/guides-to-update.ts';
import type { guidesToUpdate as endpoint } from '../../contract/endpoints/guides-to-update.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof endpoint> = async (app, { areaId }) =>
  (await guidesToUpdate(app, areaId)).map((guide) => ({ ...guide, fields: [...guide.fields] }));
