import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, measured, named } from '../fields.ts';
import { problemRow } from '../problem-row.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

/** What, when, where from, how; `blob` = the kept bytes can be fetched. */
const evidence = z.object({
  id: z.string(),
  kindName: z.string(),
  at: z.string(),
  source: z.string(),
  howName: z.string(),
  blob: z.string().nullable(),
  summary: z.string(),
});

export const problem = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problems/:problemId',
  title: '一个问题的全部经过和证据',
  who: OVERSEERS_AND_OWN,
  machine: 'read',
  input: z.object({ areaId: id, problemId: id }),
  output: z.object({
    row: problemRow,
    measured: z.array(z.object({ name: z.string(), value: z.string() })),
    raw: measured,
    recurrenceOf: z.string().nullable(),
    carriedPeriods: z.array(z.string()),
    reopenings: count,
    /** Handed in by who entered it: what was seen, for whoever has to put it right too. */
    pictures: z.array(z.object({ id: z.string(), kind: z.string(), bytes: count, at: z.string(), hash: z.string() })),
    events: z.array(
      z.object({
        seq: count,
        act: named,
        day: date,
        at: z.string(),
        by: z.object({ roleName: z.string(), name: z.string(), unit: z.string().nullable() }),
        reason: z.string().nullable(),
        /** Status after this act. */
        status: named,
        /** The issued notice it was done by. */
        notice: z.object({ id: z.string(), title: z.string() }).nullable(),
        details: z.array(z.object({ name: z.string(), value: z.string() })),
        evidence: z.array(evidence),
      }),
    ),
  }),
});
