import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { done, onNotice } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const noticeSeal = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/seal',
  title: '上传盖章扫描件，作为正式文本',
  who: OFFICE,
  input: z.object({ ...onNotice }),
  file: { maxBytes: 60 * MEGABYTE },
  output: done,
});
