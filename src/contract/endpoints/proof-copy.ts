import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { EVERY_ROLE } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const proofCopy = defineDownload({
  method: 'POST',
  path: '/api/proof/copy',
  title: '校对后的副本：加批注的 .docx，或标明每处疑点的网页',
  who: EVERY_ROLE,
  input: z.object({
    name: z.string().min(1).max(300),
    as: z.enum(['docx', 'html']),
    all: z.stringbool().optional(),
    /** The area it is written for: its own lists and places count too. */
    areaId: id.optional(),
    /** Where the findings begin that the reader has said are none, divided by commas. */
    without: z
      .string()
      .max(6_000)
      .regex(/^\d+(,\d+)*$/, '应为用逗号分开的序号')
      .optional(),
  }),
  file: { maxBytes: 30 * MEGABYTE },
  output: 'bytes',
});
