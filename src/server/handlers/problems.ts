import { viewProblems } from '../../app/views/problems.ts';
import type { problems } from '../../contract/endpoints/problems.ts';
import type { Handler } from '../handler.ts';

const LAST_DAY = '9999-12-31';

export const handle: Handler<typeof problems> = (app, input, _file, { scope }) =>
  viewProblems(app, input.areaId, {
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
    sort: input.sort,
    descending: input.order === 'desc',
    page: input.page,
    size: input.size,
  });
