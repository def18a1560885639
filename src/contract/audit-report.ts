import { z } from 'zod';
import { count } from './fields.ts';

const place = z.union([
  z.object({ in: z.literal('text'), block: count, start: count, end: count }),
  z.object({ in: z.literal('cell'), table: z.string(), block: count, line: count, column: z.string(), row: count, at: count }),
]);
const basis = z.union([
  z.object({ table: z.string(), rows: z.array(z.number()), column: z.string().nullable(), how: z.string() }),
  z.object({ sentences: z.array(z.string()), how: z.string() }),
]);

/** The figures of one document, each with what it should be and from where. */
export const auditReport = z.object({
  file: z.string(),
  type: z.string(),
  title: z.string(),
  counts: z.object({ agrees: count, disagrees: count, 'cannot-check': count }),
  figures: z.array(
    z.object({
      quote: z.string(),
      kind: z.string(),
      kindName: z.string(),
      stated: z.string(),
      recomputed: z.string().nullable(),
      verdict: z.enum(['agrees', 'disagrees', 'cannot-check']),
      verdictName: z.string(),
      basis: basis.nullable(),
      explanations: z.array(z.string()),
      why: z.string().nullable(),
      place,
    }),
  ),
  tables: z.array(z.object({ id: z.string(), title: z.string(), rows: count, columns: z.array(z.string()), totals: count })),
  remarks: z.array(z.object({ kind: z.string(), message: z.string(), quote: z.string().nullable() })),
  notes: z.array(z.string()),
  document: z.array(
    z.union([
      z.object({ kind: z.literal('paragraph'), text: z.string() }),
      z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())), doubt: z.string().optional() }),
    ]),
  ),
});
