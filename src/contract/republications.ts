import { z } from 'zod';
import { named } from './fields.ts';

/** 转发情况: pages on which units published a notice again. */
export const republicationsAnswer = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(
    z.object({
      unitId: z.string(),
      unit: z.string(),
      url: z.string(),
      originalUrl: z.string().nullable(),
      lookedAt: z.string().nullable(),
      /** Why the page could not be looked at: nothing is held against the unit. */
      notOpened: z.string().nullable(),
      found: z
        .object({
          text: named,
          differences: z.array(z.object({ issued: z.string().nullable(), page: z.string().nullable() })),
          link: named,
          metas: z.array(z.object({ name: z.string(), value: z.string() })),
          /** Hash of the kept page. */
          blob: z.string(),
        })
        .nullable(),
    }),
  ),
});
