import { z } from 'zod';
import { isLimit } from '../../core/limit.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const names = z.array(z.string());

export const whatIf = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/what-if',
  title: '测算：换一个时限、计或不计上期未整改，各有多少单位不合格（不改动任何记录）',
  who: OVERSEERS,
  input: z.object({
    areaId: id,
    period: periodId.optional(),
    check: z.enum(['account-stale', 'home-stale', 'column-overdue']).default('account-stale'),
    /** Of columns: only those with this limit of their own; absent and without a name, the shortest there is. */
    own: z.string().refine(isLimit, '时限应写作 P14D、P6M、P1Y').optional(),
    /** Of columns: only those of this name, 本级政策解读—负责人解读. */
    column: z.string().trim().min(1).max(200).optional(),
    /** Days to try, parted by commas. */
    days: z
      .string()
      .regex(/^\d{1,3}(?:,\d{1,3}){0,4}$/, '天数写作 10,14,20，至多五个')
      .default('10,14,20')
      .transform((text) => text.split(',').map(Number))
      .refine((days) => days.every((n) => n >= 1 && n <= 366), '天数应在 1 到 366 之间'),
  }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string(), cutoff: date }),
    check: named,
    inForce: z.string().nullable(),
    judgedDays: count,
    /** Channels in the base, and the units they belong to. */
    base: count,
    units: count,
    /** Judged days whose facts have been thinned since. */
    thinned: count,
    /** Which columns were tried, and which could be; null where columns are not what is tried. */
    columns: z
      .object({
        tried: count,
        own: z.string().nullable(),
        name: z.string().nullable(),
        limits: z.array(z.object({ limit: z.string(), name: z.string(), columns: count })),
        names: z.array(z.object({ name: z.string(), columns: count })),
      })
      .nullable(),
    variants: z.array(
      z.object({
        /** null: the limit in force. */
        days: count.nullable(),
        carryOver: z.boolean(),
        verdicts: z.object({ no_problem: count, pass: count, fail: count, undecided: count }),
        failing: z.array(z.object({ unitId: z.string(), unit: z.string(), channels: names })),
        /** Of the columns tried, those past the limit at the end, by unit. */
        overdue: z.array(z.object({ unitId: z.string(), unit: z.string(), columns: names })).nullable(),
        more: names,
        fewer: names,
      }),
    ),
  }),
});
