import { z } from 'zod';
import { count } from './fields.ts';

/** What the proofreading of one draft found. */
export const proofReport = z.object({
  file: z.string(),
  type: z.string(),
  /** What offsets refer to; personal data is covered, letter for letter. */
  text: z.string(),
  characters: count,
  seconds: z.number(),
  /** So many findings that the draft should be read through. */
  collapsed: z.boolean(),
  notes: z.array(z.string()),
  layers: z.array(z.object({ id: z.string(), name: z.string() })),
  findings: z.array(
    z.object({
      start: count,
      end: count,
      found: z.string(),
      /** null: nobody can know; empty: it should go. */
      suggestion: z.string().nullable(),
      layer: z.string(),
      kind: z.string(),
      kindName: z.string(),
      severity: z.number().int().min(1).max(4),
      score: z.number(),
      files: z.boolean(),
      why: z.string(),
    }),
  ),
});
