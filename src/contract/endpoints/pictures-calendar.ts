import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, monthId, named } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const entry = z.object({
  day: date,
  kind: z.enum(['problems', 'tasks', 'reports', 'columns', 'exemptions']),
  count,
  text: z.string(),
  /** Of the notice or problem it opens, where it is one; a line of the whole range sums up those of a day and opens none. */
  id: z.string().nullable(),
  /** The day rests on a year whose holidays are not published yet. */
  provisional: z.boolean(),
  /** Of the whole range: to which areas it falls, the most first. */
  areas: z.array(named.extend({ count })).optional(),
});

export const picturesCalendar = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/calendar',
  title: '期限日历：一个月里每天到期的事项，以及此前逾期未办的',
  who: OVERSEERS_AND_OWN,
  input: z.object({
    areaId: id,
    ...rangeOnly,
    month: monthId.optional(),
  }),
  output: z.object({
    today: date,
    month: z.object({ id: z.string(), label: z.string(), from: date, to: date }),
    /** Statuses of the problems that are counted: those that wait for their unit. */
    waiting: z.array(z.string()),
    kinds: z.array(named),
    days: z.array(z.object({ day: date, working: z.boolean() })),
    entries: z.array(entry),
    /** Owed from before today, whatever month that was in. */
    late: z.object({ problems: count, tasks: z.array(entry), reports: z.array(entry) }),
  }),
});
