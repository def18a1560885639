import { viewDeadlines } from '../../app/views/pictures/calendar.ts';
import { viewDeadlinesByArea } from '../../app/views/pictures/calendar-by-area.ts';
import { wholeRange } from '../../app/views/range.ts';
import type { picturesCalendar } from '../../contract/endpoints/pictures-calendar.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesCalendar> = async (app, input, _file, caller) =>
  input.range === 'whole'
    ? viewDeadlinesByArea(app, await wholeRange(app, input.areaId, caller), input.month)
    : viewDeadlines(app, input.areaId, caller.scope, input.month);
