import { remindersFile as writeFile } from '../../app/messages/reminders-file.ts';
import type { remindersFile } from '../../contract/endpoints/reminders-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof remindersFile> = async (app, { areaId, unitIds, from, to }, _file, { scope }) => ({
  ...(await writeFile(app, areaId, { unitIds: unitIds.length > 0 ? unitIds : scope.units, from, to })),
  as: 'document',
});
