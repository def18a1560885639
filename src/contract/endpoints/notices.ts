import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { noticeHead } from '../notice-head.ts';
import { OVERSEERS } from '../who.ts';

export const notices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notices',
  title: '通报列表',
  who: OVERSEERS,
  machine: 'read',
  input: z.object({ areaId: id }),
  output: z.array(noticeHead),
});
