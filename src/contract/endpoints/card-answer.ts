import { z } from 'zod';
import { words } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, periodId } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const cardAnswer = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/cards/:cardId/channels/:channelId',
  title: '回答一项人工检查；更正即再回答一次，原回答留存',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    cardId: id,
    channelId: id,
    period: periodId.optional(),
    value: id,
    details: z
      .array(
        z.object({
          answer: id,
          text: words(500),
          /** Where: title of the page or the column. */
          label: words(200).min(1, '请写明是哪个页面或栏目'),
          url: z
            .url({ protocol: /^https?$/, error: '网址应以 http:// 或 https:// 开头' })
            .max(2000)
            .nullable()
            .default(null),
          service: words(100).nullable().default(null),
          pictures: z.array(id).max(10, '一条最多 10 张图片').default([]),
        }),
      )
      .max(50, '一次最多登记 50 条')
      .default([]),
    looked: words(500).default(''),
    /** The answer that stands on the page; null = none. */
    after: id.nullable(),
  }),
  output: z.object({
    /** New suspicions at the findings desk. */
    filed: count,
    /** In the ledger already. */
    standing: count,
    /** Rejected, withdrawn or excused before: not raised again. */
    settled: count,
  }),
});
