import { recordReminder } from '../../app/messages/reminder-record.ts';
import type { reminderAdd } from '../../contract/endpoints/reminder-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof reminderAdd> = async (app, { areaId, ...reminder }, _file, { name: by }) => {
  await recordReminder(app, areaId, { ...reminder, by });
  return { ok: true };
};
