import { z } from 'zod';
import { count } from './fields.ts';

/** 本单位版式: a Word form of the office, with who brought it in. */
export const officeForm = z.object({
  id: z.string(),
  fileName: z.string(),
  bytes: count,
  by: z.string(),
  role: z.string(),
  at: z.string(),
});
export const officeForms = z.array(officeForm);
