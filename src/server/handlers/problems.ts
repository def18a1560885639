import { viewProblems } from '../../app/views/problems.ts';
import type { problems } from '../../contract/endpoints/problems.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problems> = (app, input) =>
  viewProblems(app, input.areaId, {
    statuses: input.status,
    categories: input.category,
    unitIds: input.unit,
    kinds: input.kind,
    channelIds: input.channel,
    words: input.q || null,
    onlyOverdue: input.overdue === 'yes',
    sort: input.sort,
    descending: input.order === 'desc',
    page: input.page,
    size: input.size,
  });
