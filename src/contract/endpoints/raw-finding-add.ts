import { z } from 'zod';
import { CATEGORY_CODES } from '../../core/category.ts';
import { isLimit } from '../../core/limit.ts';
import { FINDERS_AND_OFFICE, SERVICE_ASPECT_CODES, words } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';

const optional = (most: number) =>
  words(most)
    .nullish()
    .transform((text) => text || null);

export const rawFindingAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/raw-findings',
  title: '录入一条发现：待人工复核，政务公开办录入的直接记入台账',
  who: FINDERS_AND_OFFICE,
  machine: 'post-findings',
  input: z.object({
    areaId: id,
    unitId: id,
    channelId: id.nullable().default(null),
    columnId: id.nullable().default(null),
    category: z.enum(CATEGORY_CODES, '请选择问题类别'),
    /** Where on the site; left out: the column or the site. */
    placeLabel: optional(200),
    url: z
      .url({ protocol: /^https?$/, error: '网址应以 http:// 或 https:// 开头' })
      .max(2000)
      .nullable()
      .default(null),
    text: words(500).min(1, '请写明发现了什么'),
    foundOn: date,
    /** For what is out of date: the newest update seen, and the limit (P14D, P6M). */
    lastUpdate: date.nullable().default(null),
    limit: z.string().refine(isLimit, '时限应写作 P14D、P6M、P1Y').nullable().default(null),
    /** For 办事服务: which service, and what of it cannot be used. */
    service: z
      .object({ name: words(100).min(1, '请填写服务名称'), aspect: z.enum(SERVICE_ASPECT_CODES) })
      .nullable()
      .default(null),
  }),
  output: z.object({ problemId: z.string(), /** Doubts a reviewer will be shown. */ marks: z.array(z.string()).readonly() }),
});
