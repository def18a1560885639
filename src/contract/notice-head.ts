import { z } from 'zod';
import { count, named } from './fields.ts';

/** A notice as lists show it. */
export const noticeHead = z.object({
  id: z.string(),
  title: z.string(),
  period: z.object({ id: z.string(), label: z.string() }),
  templateName: z.string(),
  version: count,
  state: named,
  createdAt: z.string(),
  issuedAt: z.string().nullable(),
  /** In which text and rows disagree: `blocking` ones bar the issue unless somebody gives a reason. */
  blocking: count,
  warnings: count,
});
