import { z } from 'zod';
import { count, date, named } from './fields.ts';

/** What a sealed report is about: a notice by its id, or a period. */
export const about = z
  .string()
  .max(140)
  .regex(/^(?:notice:[\w.:-]+|period:\d{4}-(?:(?:0[1-9]|1[0-2])|Q[1-4]))$/, '应为 notice:通报编号 或 period:2022-12');

/** A unit that owes a sealed report (整改情况扫描件), and how that stands. */
export const reportLine = z.object({
  unit: z.object({ id: z.string(), name: z.string() }),
  problems: count,
  answered: count,
  /** The first of those that have no answer; `missingCount` says how many there are. */
  missing: z.array(z.object({ id: z.string(), text: z.string(), place: z.string() })),
  missingCount: count,
  due: date.nullable(),
  state: named,
  lateWorkingDays: count,
  returned: z
    .object({
      at: z.string(),
      day: date,
      by: z.string(),
      fileName: z.string(),
      bytes: count,
      hash: z.string(),
      version: count,
    })
    .nullable(),
});
