import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named } from '../fields.ts';

const facet = z.array(named.extend({ count }));

export const problemFacets = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problem-facets',
  title: '台账可以按什么筛选，各有多少条',
  who: 'anyone',
  input: z.object({ areaId: id }),
  output: z.object({ statuses: facet.describe('按办理顺序'), categories: facet, units: facet, kinds: facet, stock: count }),
});
