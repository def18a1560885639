import { z } from 'zod';
import { OVERSEERS_AND_UNIT, onAccount } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const menuPicture = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/accounts/:accountId/menu/pictures/:pictureId',
  title: '查看导航栏目的手机截图',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...onAccount, pictureId: id }),
  output: 'bytes',
});
