import { z } from 'zod';
import { nearRow } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { WATCHERS } from '../who.ts';
import { problem } from './problem.ts';

const texts = z.array(z.string()).readonly();

export const deskFinding = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/desk/:problemId',
  title: '一条发现的证据、口径和经过，供复核',
  who: WATCHERS,
  input: z.object({ areaId: id, problemId: id }),
  output: problem.output.extend({
    /** The rule in plain words; null where a person entered it by no check. */
    rule: z
      .object({
        title: z.string(),
        basis: z.string(),
        lines: z.array(z.object({ name: z.string(), text: z.string() })),
        fires: texts,
        passes: texts,
      })
      .nullable(),
    /** Doubts noted when it was entered. */
    marks: z.array(z.string()),
    isWeakness: z.boolean(),
    evidence: z.array(
      z.object({
        id: z.string(),
        kindName: z.string(),
        at: z.string(),
        source: z.string(),
        howName: z.string(),
        blob: z.string().nullable(),
        summary: z.string(),
        /** How the kept bytes can be shown. */
        shows: z.enum(['page', 'picture']).nullable(),
        /** Newest lines of a list as it was read. */
        items: z.array(z.object({ date: date.nullable(), title: z.string(), href: z.string().nullable() })),
      }),
    ),
    latest: z.object({ day: date, verdictName: z.string(), isClear: z.boolean() }).nullable(),
    mergeable: z.array(nearRow),
    merged: z.array(nearRow),
  }),
});
