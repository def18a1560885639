import { z } from 'zod';
import { count, id } from './fields.ts';

/** Shapes that acts on problems share. */
export const problemIds = z.array(id).min(1, '请至少选择一个问题').max(200, '一次最多办理 200 个问题');
export const proofIds = z.array(id).max(20, '一次最多附 20 个文件').default([]);
/** What is said for the record; kept as it is written. */
export const statement = z.string().trim().min(2, '请写明情况，至少 2 个字').max(2000, '不能超过 2000 字');
export const optionalNote = z.string().trim().max(500, '不能超过 500 字').default('');
/** How many problems an act was done on. */
export const doneCount = z.object({ done: count });

/** One file of proof as pages show it; `hash` is the SHA-256 of its bytes. */
export const proofFile = z.object({
  id: z.string(),
  kind: z.string(),
  /** A browser can show it. */
  picture: z.boolean(),
  bytes: count,
  fileName: z.string(),
  by: z.string(),
  at: z.string(),
  day: z.string(),
  hash: z.string(),
});

/** How surely two pictures are one: the `same` file, or `like` it after it was compressed or made smaller, which a person has to compare. */
export const pictureGrade = z.enum(['same', 'like']);
/** Other problems that the picture of a file is proof of too. */
export const samePlaces = z.array(
  z.object({
    grade: pictureGrade,
    problemId: z.string(),
    unit: z.string(),
    text: z.string(),
    proof: z.object({ id: z.string(), fileName: z.string(), by: z.string(), day: z.string() }),
  }),
);
