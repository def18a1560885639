import { viewProblemFacets } from '../../app/views/problems.ts';
import type { problemFacets } from '../../contract/endpoints/problem-facets.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemFacets> = (app, { areaId }, _file, { scope }) => viewProblemFacets(app, areaId, scope);
