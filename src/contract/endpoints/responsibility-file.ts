import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const responsibilityFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/responsibility.xlsx',
  title: '导出单位与责任人、公共企事业单位目录或专项工作（.xlsx），按当前筛选',
  who: OVERSEERS_AND_OWN,
  input: z.object({
    ...{ areaId: id, list: z.enum(['posts', 'bodies', 'programmes']), q: wordsAsked },
    ...{ gap: z.enum(['person', 'deputy', 'none']).optional(), group: wordsAsked, sort: z.enum(['order', 'gaps']).optional() },
  }),
  output: 'bytes',
});
