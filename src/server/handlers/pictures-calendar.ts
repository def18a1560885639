import { viewDeadlines } from '../../app/views/pictures/calendar.ts';
import type { picturesCalendar } from '../../contract/endpoints/pictures-calendar.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesCalendar> = (app, { areaId, month }, _file, { scope }) =>
  viewDeadlines(app, areaId, scope, month);
