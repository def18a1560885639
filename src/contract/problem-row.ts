import { z } from 'zod';
import { count, date, named } from './fields.ts';

/** One problem as lists and its own page show it. */
export const problemRow = z.object({
  id: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  channel: z.object({ id: z.string(), name: z.string(), type: z.enum(['site', 'account']), kindName: z.string() }).nullable(),
  category: named,
  status: named,
  place: z.string(),
  placeUrl: z.string().nullable(),
  text: z.string(),
  foundOn: date,
  lastActOn: date,
  /** The last permitted day, and whether it rests on a year whose holidays are not published yet. */
  dueOn: date.nullable(),
  dueProvisional: z.boolean(),
  /** The unit has to move and the last permitted day is past, as of the day the list speaks of. */
  overdue: z.boolean(),
  /** Periods it has been open, the present one included (连续N期). */
  periods: count,
});
export type ProblemRow = z.infer<typeof problemRow>;
