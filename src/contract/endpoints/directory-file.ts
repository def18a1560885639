import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const directoryFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/directory.xlsx',
  title: '单位名录（Excel）：指南登记信息、待更新的指南、任职人员、曾用名',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
