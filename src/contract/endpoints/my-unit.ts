import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { noticeTask } from '../notice-task.ts';
import { problemRow } from '../problem-row.ts';
import { reportLine } from '../rectification.ts';

export const myUnit = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/my-unit',
  title: '本单位：今天要办什么，问题按期限排列，下属单位在内',
  who: { office: 'area', centre: 'area', reader: 'area', unit: 'own' },
  /** A unit's person may leave the unit out. */
  input: z.object({ areaId: id, unitId: id.optional() }),
  output: z.object({
    unit: z.object({ id: z.string(), name: z.string(), subUnits: count }),
    today: date,
    sentence: z.string(),
    problems: z.array(
      problemRow.extend({
        move: z.enum(['receive', 'answer', 'answer_again']),
        near: z.enum(['overdue', 'today', 'next', 'later', 'undated']),
        /** 今天到期, 还有3个工作日 … */
        when: z.string(),
      }),
    ),
    total: count,
    /** 临近更新时限 as of the newest judgement: what has to publish something, and by when. */
    limits: z.object({
      judgedOn: date.nullable(),
      rows: z.array(
        z.object({
          what: z.enum(['column', 'account']),
          id: z.string(),
          unit: z.object({ id: z.string(), name: z.string() }),
          /** The site of a column, the platform of an account. */
          carrier: z.string(),
          name: z.string(),
          url: z.string().nullable(),
          limitName: z.string(),
          lastUpdate: date,
          dueOn: date,
          daysLeft: count,
          /** 还有3天, 今天是最后一天. */
          when: z.string(),
        }),
      ),
    }),
    waiting: z.object({ total: count, rows: z.array(problemRow) }),
    reports: z.array(reportLine.extend({ about: z.string().nullable(), title: z.string().nullable() })),
    tasks: z.array(noticeTask),
    /** 工作提示 and self-checks that are not done. */
    prompts: z.array(
      z.object({
        id: z.string(),
        heading: z.string(),
        kind: z.string(),
        unit: z.string(),
        dueOn: date.nullable(),
        overdue: z.boolean(),
        received: z.boolean(),
      }),
    ),
  }),
});
