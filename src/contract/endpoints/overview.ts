import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

/** Of `base` channels in operation and on file at the cut-off, `passing` had no problem or passed. */
const rate = z.object({ base: count, passing: count, percent: z.number().nullable() });
const tally = z.object({ no_problem: count, pass: count, fail: count, undecided: count });

export const overview = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/overview',
  title: '一期的总体情况',
  who: OVERSEERS,
  machine: 'read',
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: z.object({
    /** null until a period has been reckoned. */
    period: z.object({ id: z.string(), label: z.string(), cutoff: date, sheet: z.string().nullable() }).nullable(),
    /** By kind of channel, sites first. `outside` are listed apart from the base, with the reasons why. */
    kinds: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        type: z.enum(['site', 'account']),
        tally,
        rate,
        outside: z.array(z.object({ why: z.string(), count })),
      }),
    ),
    /** The newest last; a period in which no channel of the type was judged has a base of 0. */
    trend: z.array(z.object({ id: z.string(), label: z.string(), site: rate, account: rate, stock: count.nullable() })),
    /** opening + found + reopened − closed = closing, as of the cut-off. */
    stock: z
      .object({ opening: count, found: count, reopened: count, closed: count, closing: count, overdue: count, balanced: z.boolean() })
      .nullable(),
    /** Units with the most problems in the stock now. */
    units: z.array(z.object({ id: z.string(), name: z.string(), open: count, overdue: count })),
    /** Findings nobody has reviewed yet (待复核): no unit's problems so far, and so in none of the counts above. */
    waiting: count,
    /** Looks of the last monitored day of the period that gave no verdict, and why. */
    unseen: z
      .object({
        day: date,
        total: count,
        judged: count,
        reasons: z.array(named.extend({ verdict: z.enum(['not-run', 'cannot-tell']), count, channels: count })),
      })
      .nullable(),
    runs: z.array(
      z.object({
        id: z.string(),
        day: date,
        kindName: z.string(),
        state: named,
        done: count,
        notRun: count,
        total: count,
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
      }),
    ),
  }),
});
