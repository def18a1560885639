import { z } from 'zod';
import { matterLine, OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id, named } from '../fields.ts';

export const accountMatters = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters',
  title: '账号备案、变更、关停、注销、整改事项',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: z.object({ day: date, area: z.string(), kinds: z.array(named), states: z.array(named), rows: z.array(matterLine) }),
});
