import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { pulse } from '../../src/contract/endpoints/pulse.ts';
import { ME } from './use-me.ts';

type Pulse = z.output<(typeof pulse)['output']>;

/** What a page asked once and keeps: nobody else changes it. */
const OWN: ReadonlySet<unknown> = new Set([ME[0], 'areas', 'my-sessions', 'notice-draft']);

/** What shows how far a run is. */
const FOLLOWING = ['overview', 'look-now'];

/** Follows an area while its pages are open: a run that goes on and what others change is asked for again. */
export function useLive(areaId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const line = new EventSource(`/api/areas/${encodeURIComponent(areaId)}/live`);
    let last: Pulse | null = null;
    line.onmessage = ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as Pulse;
      if (last && now.changes !== last.changes) void queries.invalidateQueries({ predicate: ({ queryKey }) => !OWN.has(queryKey[0]) });
      else if (last) for (const key of FOLLOWING) void queries.invalidateQueries({ queryKey: [key] });
      last = now;
    };
    return () => line.close();
  }, [areaId, queries]);
}
