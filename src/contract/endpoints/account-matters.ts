import { z } from 'zod';
import { matterLine, mattersAsked, OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, named } from '../fields.ts';
import { pageFields, paging } from '../paging.ts';

export const accountMatters = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters',
  title: '账号备案、变更、关停、注销、整改事项',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...mattersAsked, ...paging(200, 50) }),
  output: z.object({
    ...{ day: date, area: z.string(), kinds: z.array(named), states: z.array(named) },
    /** Of all matters the caller may see, whatever the list is narrowed to. */
    counts: z.object({ all: count, open: count, mine: count, overdue: count, recheck: count }),
    ...pageFields(matterLine),
  }),
});
