import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { areas } from '../../src/contract/endpoints/areas.ts';
import { call } from '../api.ts';

/** Areas with their periods. */
export const useAreas = () => useQuery({ queryKey: ['areas'], queryFn: ({ signal }) => call<typeof areas>('/api/areas', {}, signal) });

/** The area and period the address names; the period is absent when the newest is meant. */
export function usePlace(): { areaId: string; period: string | undefined } {
  const { areaId } = useParams({ strict: false });
  const { period } = useSearch({ strict: false });
  return { areaId: areaId as string, period };
}
