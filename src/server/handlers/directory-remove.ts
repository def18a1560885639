import { removeRecord } from '../../app/directory/save-record.ts';
import { viewDirectory } from '../../app/directory/view-directory.ts';
import type { directoryRemove } from '../../contract/endpoints/directory-remove.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directoryRemove> = async (app, { areaId, ...wanted }, _file, { name: by }) => {
  await removeRecord(app, areaId, { ...wanted, by });
  return viewDirectory(app, areaId);
};
