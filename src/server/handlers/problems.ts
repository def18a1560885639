import { viewProblems } from '../../app/views/problems.ts';
import type { problems } from '../../contract/endpoints/problems.ts';
import type { Handler } from '../handler.ts';
import { problemsQuery } from '../problems-query.ts';

export const handle: Handler<typeof problems> = (app, input, _file, { scope }) =>
  viewProblems(app, input.areaId, { ...problemsQuery(input, scope), page: input.page, size: input.size });
