import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { deskReview } from '../../../src/contract/endpoints/desk-review.ts';
import { send } from '../../api.ts';
import { DONE_WORDS, type Order } from './types.ts';

/** Decisions remembered for taking back; a sitting has no more. */
const MOST_REMEMBERED = 500;

interface Decision {
  ids: string[];
  words: string;
}

/**
 * A sitting at the desk: what was decided, the way back, and what the server would not do. A decision shows at once and is sent in the
 * background; where the server refuses it, the finding waits again and says why. The way back outlives a reload.
 */
export function useSitting(areaId: string) {
  const queries = useQueryClient();
  const store = `desk ${areaId}`;
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const [past, setPast] = useState<Decision[]>(() => remembered(store));
  const [refusals, setRefusals] = useState<{ problemId: string; message: string; next: string }[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(0);
  useEffect(() => {
    sessionStorage.setItem(store, JSON.stringify(past.slice(-MOST_REMEMBERED)));
  }, [store, past]);

  const mark = (ids: readonly string[], words: string | null) =>
    setDecided((before) => {
      const after = new Map(before);
      for (const id of ids) words === null ? after.delete(id) : after.set(id, words);
      return after;
    });

  async function hand(ids: string[], order: Order, words: string): Promise<void> {
    setSending((n) => n + 1);
    setError(null);
    setRefusals([]);
    try {
      const { done, refused } = await send<typeof deskReview>('/api/areas/:areaId/desk-reviews', { areaId, problemIds: ids, order });
      const stayed = refused.map(({ problemId }) => problemId);
      setRefusals(refused);
      if (order.act === 'undone') mark(done, null);
      else {
        mark(stayed, null);
        if (done.length > 0) setPast((before) => [...before, { ids: done, words }]);
      }
      await Promise.all(ids.map((id) => queries.invalidateQueries({ queryKey: ['desk-finding', areaId, id] })));
      await queries.invalidateQueries({ queryKey: ['desk-steps', areaId] });
    } catch (cause) {
      if (order.act !== 'undone') mark(ids, null);
      setError(cause);
    } finally {
      setSending((n) => n - 1);
    }
  }

  return {
    decided,
    refusals,
    error,
    busy: sending > 0,
    last: past.at(-1) ?? null,
    count: past.reduce((sum, { ids }) => sum + ids.length, 0),
    decide(ids: string[], order: Order, about: string) {
      const words = `${about}：${DONE_WORDS[order.act]}`;
      mark(ids, DONE_WORDS[order.act]);
      void hand(ids, order, words);
    },
    /** Takes the last decision back; `shown` = findings the list still has. Answers the first that waits again. */
    undo(shown: ReadonlySet<string>): string | null {
      const last = past.at(-1);
      if (!last || sending > 0) return null;
      setPast((before) => before.slice(0, -1));
      void hand(last.ids, { act: 'undone' }, last.words).then(() => {
        if (!last.ids.every((id) => shown.has(id))) void queries.invalidateQueries({ queryKey: ['desk', areaId] });
      });
      return last.ids[0] ?? null;
    },
  };
}

function remembered(store: string): Decision[] {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? '[]') as Decision[];
  } catch {
    return [];
  }
}
