import { z } from 'zod';
import { LISTED_ROLE_CODES, USER_SORTS, USER_STATE_CODES } from '../../core/lists/users.ts';
import { defineDownload } from '../endpoint.ts';
import { direction, id, wordsAsked } from '../fields.ts';

export const usersListFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/users.xlsx',
  title: '用户名单（Excel），按当前筛选',
  who: 'administrator',
  input: z.object({
    ...{ areaId: id, q: wordsAsked, role: z.enum(LISTED_ROLE_CODES).optional(), state: z.enum(USER_STATE_CODES).optional() },
    ...{ sort: z.enum(USER_SORTS).optional(), order: direction },
  }),
  output: 'bytes',
});
