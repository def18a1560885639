import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const externalHostDecide = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/external-hosts',
  title: '研判外部网站：准许或者不得链接',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    /** null: for every site of the area. */
    siteId: id.nullable(),
    names: z
      .array(z.string().trim().toLowerCase().min(3, '请填写外部网站的域名').max(253, '域名太长'))
      .min(1, '请选择外部网站')
      .max(400, '一次最多研判 400 个'),
    decision: z.enum(['allowed', 'refused']),
    reason: z.string().trim().min(1, '请填写理由').max(300, '理由不能超过 300 字'),
  }),
  output: z.object({ ok: z.literal(true) }),
});
