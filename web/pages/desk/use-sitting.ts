import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { deskReview } from '../../../src/contract/endpoints/desk-review.ts';
import { send } from '../../api.ts';
import { DONE_WORDS, type Order } from './types.ts';

/** Decisions remembered for taking back; a sitting has no more. */
const MOST_REMEMBERED = 500;

interface Decision {
  /** Counts up within a sitting. */
  nr: number;
  ids: string[];
  words: string;
}

/**
 * A sitting at the desk: what was decided, the way back, and what the server would not do. A decision shows at once and is sent in the
 * background, one after the other; where the server refuses it, the finding waits again and says why. The way back outlives a reload.
 */
export function useSitting(areaId: string) {
  const queries = useQueryClient();
  const store = `desk ${areaId}`;
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const [past, setPast] = useState<Decision[]>(() => remembered(store));
  const [refusals, setRefusals] = useState<{ problemId: string; message: string; next: string }[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    sessionStorage.setItem(store, JSON.stringify(past.slice(-MOST_REMEMBERED)));
  }, [store, past]);
  // What was shown as decided and is not yet written would be lost with the page, unsaid.
  useEffect(() => {
    if (sending === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [sending]);

  const mark = (ids: readonly string[], words: string | null) =>
    setDecided((before) => {
      const after = new Map(before);
      for (const id of ids) words === null ? after.delete(id) : after.set(id, words);
      return after;
    });
  /** What did not happen waits again and has no way back. */
  const forget = (nr: number, ids: readonly string[]) => {
    mark(ids, null);
    setPast((before) =>
      before
        .map((one) => (one.nr === nr ? { ...one, ids: one.ids.filter((id) => !ids.includes(id)) } : one))
        .filter(({ ids: left }) => left.length > 0),
    );
  };

  async function hand(ids: string[], order: Order, nr: number): Promise<void> {
    setError(null);
    try {
      const { refused } = await send<typeof deskReview>('/api/areas/:areaId/desk-reviews', { areaId, problemIds: ids, order });
      setRefusals(refused);
      if (order.act !== 'undone' && refused.length > 0)
        forget(
          nr,
          refused.map(({ problemId }) => problemId),
        );
    } catch (cause) {
      if (order.act !== 'undone') forget(nr, ids);
      setError(cause);
    }
    for (const id of ids) void queries.invalidateQueries({ queryKey: ['desk-finding', areaId, id] });
    void queries.invalidateQueries({ queryKey: ['desk-steps', areaId] });
  }
  /** In their order: a decision is written before it is taken back. */
  const inLine = (work: () => Promise<void>): Promise<void> => {
    setSending((n) => n + 1);
    line.current = line.current.then(work).finally(() => setSending((n) => n - 1));
    return line.current;
  };

  return {
    decided,
    refusals,
    error,
    busy: sending > 0,
    last: past.at(-1) ?? null,
    count: past.reduce((sum, { ids }) => sum + ids.length, 0),
    decide(ids: string[], order: Order, about: string) {
      const nr = (past.at(-1)?.nr ?? 0) + 1;
      mark(ids, DONE_WORDS[order.act]);
      setPast((before) => [...before, { nr, ids, words: `${about}：${DONE_WORDS[order.act]}` }]);
      void inLine(() => hand(ids, order, nr));
    },
    /** Takes the last decision back; `again` asks for the list where it no longer has (`shown`) them. Answers the first that waits again. */
    undo(shown: ReadonlySet<string>, again: () => void): string | null {
      const last = past.at(-1);
      if (!last) return null;
      setPast((before) => before.slice(0, -1));
      mark(last.ids, null);
      void inLine(() => hand(last.ids, { act: 'undone' }, last.nr)).then(() => {
        if (!last.ids.every((id) => shown.has(id))) again();
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
