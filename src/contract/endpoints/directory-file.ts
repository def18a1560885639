import { z } from 'zod';
import { DIRECTORY_VIEW_CODES } from '../../core/lists/directory.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const directoryFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/directory.xlsx',
  title: '单位名录（Excel）：指南登记信息、待更新的指南、任职人员、曾用名',
  who: OVERSEERS,
  input: z.object({ areaId: id, view: z.enum(DIRECTORY_VIEW_CODES).optional(), q: wordsAsked, only: z.enum(['none']).optional() }),
  output: 'bytes',
});
