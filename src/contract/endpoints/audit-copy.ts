import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { EVERY_ROLE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const auditCopy = defineDownload({
  method: 'POST',
  path: '/api/audit/copy',
  title: '核对后的副本：加批注的 .docx，或标明每个数字的网页',
  who: EVERY_ROLE,
  input: z.object({ name: z.string().min(1).max(300), as: z.enum(['docx', 'html']) }),
  file: { maxBytes: 30 * MEGABYTE },
  output: 'bytes',
});
