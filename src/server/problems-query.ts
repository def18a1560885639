import type { z } from 'zod';
import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import { LAST_DAY, type ProblemsAsked } from '../app/views/problems.ts';
import { ownRange, type Range, wholeRange } from '../app/views/range.ts';
import type { problemsAsked } from '../contract/problems-asked.ts';

/** 范围 of a list as it was asked for: areas that are named stand for the whole range, narrowed to them. */
export const rangeAsked = (
  app: App,
  { areaId, range, area = [] }: { areaId: string; range: 'own' | 'whole'; area?: readonly string[] },
  caller: Caller,
): Promise<Range> => (range === 'whole' || area.length > 0 ? wholeRange(app, areaId, caller, area) : ownRange(app, areaId, caller.scope));

/** What was asked of the ledger, as its view takes it. */
export const problemsQuery = (input: z.output<typeof problemsAsked>): Omit<ProblemsAsked, 'page' | 'size'> => ({
  statuses: input.status,
  categories: input.category,
  unitIds: input.unit,
  kinds: input.kind,
  channelIds: input.channel,
  words: input.q || null,
  onlyOverdue: input.overdue === 'yes',
  onlySoon: input.soon === 'yes',
  due: input.due ?? null,
  moved: input.move && input.move !== 'stock' ? { move: input.move, from: input.from ?? null, to: input.to ?? LAST_DAY } : null,
  stockOn: input.move === 'stock' ? (input.to ?? LAST_DAY) : null,
  recurred: input.recurred === 'yes',
  noticeId: input.notice ?? null,
  sort: input.sort,
  descending: input.order === 'desc',
});
