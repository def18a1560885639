import { z } from 'zod';
import { guideToUpdate } from '../directory.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const guidesToUpdate = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/guides-to-update',
  title: '与登记不符、待更新的信息公开指南',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.array(guideToUpdate),
});
