import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const facet = z.array(named.extend({ count }));

export const problemFacets = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problem-facets',
  title: '台账可以按什么筛选，各有多少条',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, ...rangeOnly }),
  output: z.object({
    /** The areas looked at, that of the address first, those without a problem too. */
    areas: facet,
    /** In the order of handling. */
    statuses: facet,
    categories: facet,
    /** `area`: code of the one it is a unit of. */
    units: z.array(named.extend({ count, area: z.string() })),
    kinds: facet,
    /** 存量: accepted and not struck off. */
    stock: z.object({ count, statuses: z.array(z.string()) }),
  }),
});
