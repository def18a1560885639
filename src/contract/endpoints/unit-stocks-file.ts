import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, monthId } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const unitStocksFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/unit-stocks.xlsx',
  title: '各单位某月问题存量表',
  who: OVERSEERS_AND_OWN,
  input: z.object({
    areaId: id,
    month: monthId.optional(),
  }),
  output: 'bytes',
});
