import { z } from 'zod';
import { count } from './fields.ts';

/** What one upload may hold: the ceiling of the import itself. */
export const MAX_IMPORT_BYTES = 50 * 1024 * 1024;

export const fileName = z.string().trim().min(1, '没有文件名').max(200, '文件名太长');
/** Hash of an uploaded file. */
const file = z.string().regex(/^[0-9a-f]{64}$/, '没有这个文件，请重新上传');

const sheetChoice = z.object({
  kind: z.string().max(40),
  headRow: z.number().int().min(0).max(1_000_000),
  /** Column letter → field, `wide:` with a tag, or empty. */
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/, '应为列号，如 A'), z.string().max(60)),
});

/** What a person decided after a preview. */
export const choices = z.object({
  sheets: z.record(z.string().max(200), sheetChoice).default({}),
  confirmed: z.array(z.string().max(200)).max(200).default([]),
  history: z.boolean().default(false),
});

/** A file to look at or bring in. */
export const handedIn = { file, fileName, choices: choices.default({ sheets: {}, confirmed: [], history: false }) };

export const counts = z.array(z.object({ name: z.string(), added: count, changed: count, unchanged: count })).readonly();
export const lines = z.array(z.string()).readonly();
export const fault = z.object({
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  field: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
});
