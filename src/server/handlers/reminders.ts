import { viewReminders } from '../../app/messages/reminder-record.ts';
import type { reminders } from '../../contract/endpoints/reminders.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof reminders> = (app, { areaId, unitIds, from, to, page, size }, _file, { scope }) =>
  viewReminders(app, areaId, {
    unitIds: unitIds.length > 0 ? unitIds : scope.units,
    within: scope.units,
    from,
    to,
    page: { number: page, size },
  });
