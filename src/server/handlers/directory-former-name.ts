import { saveFormerName } from '../../app/directory/save-record.ts';
import { viewDirectory } from '../../app/directory/view-directory.ts';
import type { directoryFormerName } from '../../contract/endpoints/directory-former-name.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directoryFormerName> = async (app, { areaId, ...wanted }, _file, { name: by }) => {
  await saveFormerName(app, areaId, { ...wanted, by });
  return viewDirectory(app, areaId);
};
