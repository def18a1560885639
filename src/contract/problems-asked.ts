import { z } from 'zod';
import { date, id, list } from './fields.ts';
import { ranged } from './ranged.ts';

export const PROBLEM_SORTS = ['found', 'due', 'act', 'unit', 'periods'] as const;
/** 新发现, 再次发现, 销号, 存量. */
const PROBLEM_MOVES = ['found', 'reopened', 'closed', 'stock'] as const;

/** What a list of the ledger is narrowed to and ordered by. */
export const problemsAsked = z.object({
  areaId: id,
  ...ranged,
  status: list,
  category: list,
  unit: list,
  kind: list,
  channel: list,
  /** Words in the text, the place, or the names of unit and channel. */
  q: z.string().trim().max(200).optional(),
  overdue: z.enum(['yes']).optional(),
  /** Waits for its unit and is due within the next days, today included. */
  soon: z.enum(['yes']).optional(),
  /** Due on the day. */
  due: date.optional(),
  /** What came into the stock for the first time, came back or left it, or stood in it at the end of `to`; days counted at both ends. */
  move: z.enum(PROBLEM_MOVES).optional(),
  from: date.optional(),
  to: date.optional(),
  /** Places that had had the same problem before. */
  recurred: z.enum(['yes']).optional(),
  /** Handed over by this issued notice. */
  notice: id.optional(),
  sort: z.enum(PROBLEM_SORTS).default('found'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
