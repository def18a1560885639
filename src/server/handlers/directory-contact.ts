import { saveContact } from '../../app/directory/save-record.ts';
import { viewDirectory } from '../../app/directory/view-directory.ts';
import type { directoryContact } from '../../contract/endpoints/directory-contact.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directoryContact> = async (app, { areaId, ...wanted }, _file, { name: by }) => {
  await saveContact(app, areaId, { ...wanted, by });
  return viewDirectory(app, areaId);
};
