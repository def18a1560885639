import { viewProblems } from '../../app/views/problems.ts';
import type { problems } from '../../contract/endpoints/problems.ts';
import type { Handler } from '../handler.ts';
import { problemsQuery, rangeAsked } from '../problems-query.ts';

export const handle: Handler<typeof problems> = async (app, input, _file, caller) =>
  viewProblems(app, await rangeAsked(app, input, caller), { ...problemsQuery(input), page: input.page, size: input.size });
