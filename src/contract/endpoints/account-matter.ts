import { z } from 'zod';
import { matterDetail, OVERSEERS_AND_UNIT, onMatter } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';

export const accountMatter = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters/:matterId',
  title: '一件账号事项的全过程',
  who: OVERSEERS_AND_UNIT,
  input: z.object(onMatter),
  output: matterDetail,
});
