import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

/**
 * An issued notice is addressed to every unit of its area, so that all of them read it whole; what it is computed from, drafts and
 * how they came about stay with those who watch.
 */
export const issuedNotices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/issued-notices',
  title: '已印发的通报及其文件，本地区各单位均可查阅',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id }),
  output: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      period: z.string(),
      /** 已印发, or 已被更正 where a later one took its place. */
      state: named,
      issuedAt: z.string(),
      files: z.array(z.object({ format: z.string(), formatName: z.string(), fileName: z.string(), bytes: count })),
    }),
  ),
});
