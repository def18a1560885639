import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { proofReport } from '../proof-report.ts';
import { EVERY_ROLE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const proof = defineEndpoint({
  method: 'POST',
  path: '/api/proof',
  title: '校对一份文稿：错别字、规范表述、名称、地名、个人信息',
  who: EVERY_ROLE,
  input: z.object({
    /** Name of the file; shown, and its ending tells kinds apart that share their bytes. */
    name: z.string().min(1).max(300),
    /** Candidates that are hardly sure too. */
    all: z.stringbool().optional(),
    /** The area it is written for: its own lists and places count too. */
    areaId: id.optional(),
  }),
  file: { maxBytes: 30 * MEGABYTE },
  output: proofReport,
});
