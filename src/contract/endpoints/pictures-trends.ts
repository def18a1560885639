import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const rate = z.object({ base: count, passing: count, percent: z.number().nullable() });

const period = z.object({
  id: z.string(),
  label: z.string(),
  reckoned: z
    .object({
      /** Its span: days after this one (null = from the beginning) up to and including the cut-off. */
      after: date.nullable(),
      cutoff: date,
      opening: count,
      found: count,
      reopened: count,
      closed: count,
      closing: count,
      /** Of those found, the ones whose place had had the same problem before. */
      recurred: count,
      /** null for a caller to whom only a field of problems is shown. */
      site: rate.nullable(),
      account: rate.nullable(),
    })
    .nullable(),
});

export const picturesTrends = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/trends',
  title: '走势：各期发现、销号、存量、反复和合格率',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, ...rangeOnly, kind: z.enum(['month', 'quarter']).optional() }),
  output: z.object({
    kind: z.enum(['month', 'quarter']),
    /** Kinds of periods this area reckons. */
    kinds: z.array(z.enum(['month', 'quarter'])),
    /** Without a gap, the newest last; `reckoned` null where no result was ever reckoned. None of the whole range. */
    rows: z.array(period),
    /** Of the whole range: the periods of each area, by its own cut-offs; else none. */
    areas: z.array(z.object({ id: z.string(), name: z.string(), rows: z.array(period) })),
  }),
});
