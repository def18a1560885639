import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, monthId } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const month = z.object({ id: z.string(), label: z.string() });

export const unitStocks = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/unit-stocks',
  title: '各单位某月问题存量：期初、新发现、再次发现、减少、期末、结转',
  who: OVERSEERS_AND_OWN,
  /** The present month when left out. */
  input: z.object({
    areaId: id,
    month: monthId.optional(),
  }),
  output: z.object({
    area: z.string(),
    month,
    months: z.array(month),
    /** Days counted, at both ends. */
    from: date,
    to: date,
    rows: z.array(
      z.object({
        unit: z.object({ id: z.string(), name: z.string() }),
        group: z.string().nullable(),
        opening: count,
        found: count,
        reopened: count,
        closed: count,
        closing: count,
        carried: count,
      }),
    ),
  }),
});
