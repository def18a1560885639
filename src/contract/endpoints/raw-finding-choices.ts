import { z } from 'zod';
import { FINDERS_AND_OFFICE } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id, named } from '../fields.ts';

const ofUnit = z.object({ id: z.string(), unitId: z.string(), name: z.string() });

export const rawFindingChoices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/raw-finding-choices',
  title: '录入发现时可选的单位、网站、账号、栏目和类别',
  who: FINDERS_AND_OFFICE,
  machine: 'post-findings',
  input: z.object({ areaId: id }),
  output: z.object({
    today: date,
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    channels: z.array(ofUnit.extend({ type: z.enum(['site', 'account']), kindName: z.string() })),
    columns: z.array(ofUnit.extend({ channelId: z.string(), limit: z.string().nullable() })),
    categories: z.array(named.extend({ needsService: z.boolean(), isWeakness: z.boolean() })),
    aspects: z.array(named),
  }),
});
