import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const facet = z.array(named.extend({ count }));

export const problemFacets = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problem-facets',
  title: '台账可以按什么筛选，各有多少条',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id }),
  output: z.object({
    /** In the order of handling. */
    statuses: facet,
    categories: facet,
    units: facet,
    kinds: facet,
    /** 存量: accepted and not struck off. */
    stock: z.object({ count, statuses: z.array(z.string()) }),
  }),
});
