import { z } from 'zod';
import { OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { menusAnswer } from '../menu.ts';

export const menus = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/menus',
  title: '账号导航栏目的查看结果',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: menusAnswer,
});
