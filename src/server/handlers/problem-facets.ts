import { viewProblemFacets } from '../../app/views/problems.ts';
import type { problemFacets } from '../../contract/endpoints/problem-facets.ts';
import type { Handler } from '../handler.ts';
import { rangeAsked } from '../problems-query.ts';

export const handle: Handler<typeof problemFacets> = async (app, input, _file, caller) =>
  viewProblemFacets(app, await rangeAsked(app, input, caller));
