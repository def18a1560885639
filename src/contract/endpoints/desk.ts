import { z } from 'zod';
import { counted, waitingRow } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, list, named } from '../fields.ts';
import { paging } from '../paging.ts';
import { WATCHERS } from '../who.ts';

export const desk = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/desk',
  title: '待复核的发现，严重的在前',
  who: WATCHERS,
  input: z.object({ areaId: id, unit: list, category: list, source: list, q: z.string().trim().max(200).optional(), ...paging(500, 100) }),
  output: z.object({
    today: date,
    total: count,
    page: count,
    size: count,
    /** All that waits, whatever the filter. */
    waiting: count,
    grave: count,
    /** Acts the caller may do on a finding. */
    may: z.array(z.string()),
    reasons: z.object({ rejected: z.array(named), exempted: z.array(named) }),
    units: z.array(counted),
    categories: z.array(counted),
    sources: z.array(counted),
    rows: z.array(waitingRow),
  }),
});
