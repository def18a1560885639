import { z } from 'zod';
import { auditReport } from '../audit-report.ts';
import { defineEndpoint } from '../endpoint.ts';
import { EVERY_ROLE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const audit = defineEndpoint({
  method: 'POST',
  path: '/api/audit',
  title: '核对一份通报里的数字，不限是谁写的',
  who: EVERY_ROLE,
  input: z.object({
    /** Name of the file; shown, and its ending tells kinds apart that share their bytes. */
    name: z.string().min(1).max(300),
  }),
  file: { maxBytes: 30 * MEGABYTE },
  output: auditReport,
});
