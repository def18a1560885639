import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named } from '../fields.ts';
import { progress, reviewAsked, reviewItem } from '../text-review.ts';
import { OVERSEERS } from '../who.ts';

export const textErrors = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/text-errors',
  title: '错情复核：疑似文字错误',
  who: OVERSEERS,
  grave: 'all',
  input: z.object({
    areaId: id,
    ...reviewAsked.shape,
    page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
    size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(100, '每页最多 100 条').default(20),
  }),
  output: z.object({
    total: count,
    /** Items left out because their layer has been wrong too often on their site. */
    hidden: count,
    rows: z.array(reviewItem),
    /** Open items by severity, whatever is filtered. */
    open: z.array(z.object({ severity: count, count })),
    progress,
    sites: z.array(named),
    layers: z.array(named),
    today: z.string(),
  }),
});
