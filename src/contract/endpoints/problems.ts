import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, list } from '../fields.ts';
import { problemRow } from '../problem-row.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const PROBLEM_SORTS = ['found', 'due', 'act', 'unit', 'periods'] as const;

/** 新发现, 再次发现, 销号, 存量. */
const PROBLEM_MOVES = ['found', 'reopened', 'closed', 'stock'] as const;

export const problems = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problems',
  title: '问题台账',
  who: OVERSEERS_AND_OWN,
  machine: 'read',
  input: z.object({
    areaId: id,
    status: list,
    category: list,
    unit: list,
    kind: list,
    channel: list,
    /** Words in the text, the place, or the names of unit and channel. */
    q: z.string().trim().max(200).optional(),
    overdue: z.enum(['yes']).optional(),
    /** Due on the day. */
    due: date.optional(),
    /** What came into the stock for the first time, came back or left it, or stood in it at the end of `to`; days counted at both ends. */
    move: z.enum(PROBLEM_MOVES).optional(),
    from: date.optional(),
    to: date.optional(),
    /** Places that had had the same problem before. */
    recurred: z.enum(['yes']).optional(),
    sort: z.enum(PROBLEM_SORTS).default('found'),
    order: z.enum(['asc', 'desc']).default('desc'),
    page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
    size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(200, '每页最多 200 条').default(20),
  }),
  output: z.object({ total: count, page: count, size: count, rows: z.array(problemRow) }),
});
