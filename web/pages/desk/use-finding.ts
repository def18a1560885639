import { queryOptions, useQuery } from '@tanstack/react-query';
import type { deskFinding } from '../../../src/contract/endpoints/desk-finding.ts';
import { call } from '../../api.ts';

const FRESH_MS = 10 * 60_000;

/** A finding with its evidence; fetched ahead while the one before is read. */
export const findingQuery = (areaId: string, problemId: string) =>
  queryOptions({
    queryKey: ['desk-finding', areaId, problemId],
    queryFn: ({ signal }) => call<typeof deskFinding>('/api/areas/:areaId/desk/:problemId', { areaId, problemId }, signal),
    staleTime: FRESH_MS,
  });

export const useFinding = (areaId: string, problemId: string) => useQuery(findingQuery(areaId, problemId));
