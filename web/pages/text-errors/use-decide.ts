import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { textDecisions } from '../../../src/contract/endpoints/text-decisions.ts';
import { send } from '../../api.ts';
import type { Decision } from './types.ts';

/** Hands decisions in, remembers the last so that it can be taken back, and asks the queue again. */
export function useDecide(areaId: string) {
  const queries = useQueryClient();
  const [last, setLast] = useState<{ decisions: Decision[]; words: string } | null>(null);
  const mutation = useMutation({
    mutationFn: ({ decisions }: { decisions: Decision[]; words: string | null }) =>
      send<typeof textDecisions>('/api/areas/:areaId/text-decisions', { areaId, decisions }),
    onSuccess: async (_done, { decisions, words }) => {
      setLast(words === null ? null : { decisions, words });
      await queries.invalidateQueries({ queryKey: ['text-errors', areaId] });
      await queries.invalidateQueries({ queryKey: ['text-error-places', areaId] });
    },
  });
  const undo = () => {
    if (!last || mutation.isPending) return;
    const decisions = last.decisions.map(
      ({ siteId, key, page }): Decision => ({ siteId, key, act: 'undone', ...(page === undefined ? {} : { page }) }),
    );
    mutation.mutate({ decisions, words: null });
  };
  return {
    ready: !mutation.isPending,
    decide: (decisions: Decision[], words: string) => mutation.mutate({ decisions, words }),
    undo,
    last,
    error: mutation.error,
  };
}
