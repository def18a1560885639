import { savePostHolder } from '../../app/directory/save-record.ts';
import { viewDirectory } from '../../app/directory/view-directory.ts';
import type { directoryPostHolder } from '../../contract/endpoints/directory-post-holder.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directoryPostHolder> = async (app, { areaId, ...wanted }, _file, { name: by }) => {
  await savePostHolder(app, areaId, { ...wanted, by });
  return viewDirectory(app, areaId);
};
