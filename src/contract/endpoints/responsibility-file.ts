import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const responsibilityFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/responsibility.xlsx',
  title: '导出单位与责任人、公共企事业单位目录或专项工作（.xlsx）',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, list: z.enum(['posts', 'bodies', 'programmes']) }),
  output: 'bytes',
});
