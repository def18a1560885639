import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { onNotice } from '../notice-draft.ts';
import { republicationsAnswer } from '../republications.ts';
import { WATCHERS } from '../who.ts';

const address = z.url({ protocol: /^https?$/, error: '网址应以 http:// 或 https:// 开头' }).max(2_000, '网址太长');

export const republicationLook = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/republications',
  title: '登记一个单位的转发网页并立即比对；再次登记即重新比对',
  who: WATCHERS,
  input: z.object({ ...onNotice, unitId: id, url: address, originalUrl: address.nullable().default(null) }),
  output: republicationsAnswer,
});
