import type { z } from 'zod';
import type { ProblemsAsked } from '../app/views/problems.ts';
import type { problemsAsked } from '../contract/problems-asked.ts';
import type { Scope } from '../core/role.ts';

const LAST_DAY = '9999-12-31';

/** What was asked of the ledger, as its view takes it. */
export const problemsQuery = (input: z.output<typeof problemsAsked>, scope: Scope): Omit<ProblemsAsked, 'page' | 'size'> => ({
  scope,
  statuses: input.status,
  categories: input.category,
  unitIds: input.unit,
  kinds: input.kind,
  channelIds: input.channel,
  words: input.q || null,
  onlyOverdue: input.overdue === 'yes',
  due: input.due ?? null,
  moved: input.move && input.move !== 'stock' ? { move: input.move, from: input.from ?? null, to: input.to ?? LAST_DAY } : null,
  stockOn: input.move === 'stock' ? (input.to ?? LAST_DAY) : null,
  recurred: input.recurred === 'yes',
  noticeId: input.notice ?? null,
  sort: input.sort,
  descending: input.order === 'desc',
});
