import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { counts, fault, handedIn, lines } from '../import-fields.ts';
import { WATCHERS } from '../who.ts';

const column = z.object({
  letter: z.string(),
  title: z.string(),
  field: z.string(),
  by: z.enum(['title', 'chosen', 'contents', 'none']),
  /** Only proposed by its contents: nothing is read by it yet. */
  proposed: z.boolean(),
});

const sheet = z.object({
  name: z.string(),
  kind: z.string().nullable(),
  by: z.enum(['recognised', 'chosen', 'remembered']),
  headRow: z.number().nullable(),
  columns: z.array(column).readonly(),
  rows: z
    .array(
      z.object({
        number: z.number(),
        is: z.enum(['data', 'total', 'subtotal', 'section', 'note', 'example', 'head', 'above']),
        cells: lines,
      }),
    )
    .readonly(),
  rowCount: count,
  doubt: z.enum(['flattened', 'by-position', 'uneven-rows']).nullable(),
});

export const importPreview = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/import-previews',
  title: '预览导入：识别结果、列的对应、将新增和更改的条数、逐格错误',
  who: WATCHERS,
  input: z.object({ areaId: id, ...handedIn }),
  output: z.object({
    areaName: z.string(),
    fileName: z.string(),
    isNotice: z.boolean(),
    period: z.string().nullable(),
    sheets: z.array(sheet).readonly(),
    counts,
    faults: z.array(fault).readonly(),
    faultCount: count,
    warnings: lines,
    questions: lines,
    /** Records that would change: what is kept now and what would be kept. */
    changes: z
      .array(
        z.object({
          sheet: z.string(),
          name: z.string(),
          fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).readonly(),
        }),
      )
      .readonly(),
    problems: z
      .array(z.object({ unit: z.string(), category: z.string(), text: z.string(), foundOn: z.string(), status: z.string() }))
      .readonly(),
    /** Kinds of tables with their fields, for the choice of what a column is. */
    kinds: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        fields: z.array(z.object({ id: z.string(), title: z.string(), required: z.boolean() })),
      }),
    ),
  }),
});
