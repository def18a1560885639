import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { lookState } from '../../src/contract/endpoints/look-state.ts';
import { WATCHERS } from '../../src/contract/who.ts';
import { call } from '../api.ts';
import { useMay } from './use-may.ts';
import { useMe } from './use-me.ts';

export type LookNow = z.output<(typeof lookState)['output']>;

const WHILE_OPEN_MS = 3_000;
const OPEN: readonly string[] = ['queued', 'running', 'judging'];
export const isOpen = (order: LookNow['order']): boolean => order !== null && OPEN.includes(order.state.code);

/** Whether who is signed in may have this area looked at: of an area below, that area itself does. */
export function useMayLook(areaId: string): boolean {
  const { areaId: own } = useMe();
  return useMay(WATCHERS) && (own === null || own === areaId);
}

/** The newest monitoring that was asked for, followed while it goes on; when it has ended, everything shown is asked anew. */
export function useLook(areaId: string) {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['look-now', areaId],
    queryFn: ({ signal }) => call<typeof lookState>('/api/areas/:areaId/look-now', { areaId }, signal),
    refetchInterval: ({ state }) => (isOpen(state.data?.order ?? null) ? WHILE_OPEN_MS : false),
  });
  const open = data ? isOpen(data.order) : null;
  const before = useRef(open);
  useEffect(() => {
    if (before.current === true && open === false)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'look-now' });
    if (open !== null) before.current = open;
  }, [open, queries]);
  return data;
}
