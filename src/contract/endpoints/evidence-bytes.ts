import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const evidenceBytes = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/channels/:channelId/facts/:factId/bytes',
  title: '证据原文（作为纯文本附件下载）',
  who: OVERSEERS,
  input: z.object({ areaId: id, channelId: id, factId: id }),
  output: 'bytes',
});
