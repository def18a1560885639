import { holds } from './holds.ts';

/** What narrows and orders the list of draws, on the page and in its workbook. */
export interface DrawsAsked {
  q?: string | undefined;
  kind?: string | undefined;
  sort?: string | undefined;
}

interface Draw {
  purpose: string;
  seed: string;
  madeBy: string;
  kind: string;
  results: { total: number; done: number } | null;
}

/** The draws asked for: the newest first, or those with most left to recheck first. */
export function listedDraws<R extends Draw>(rows: readonly R[], { q, kind, sort }: DrawsAsked): R[] {
  const wanted = rows.filter((row) => holds(q, row.purpose, row.seed, row.madeBy) && (!kind || row.kind === kind));
  return sort === 'open' ? wanted.toSorted((a, b) => openOf(b) - openOf(a)) : wanted;
}

const openOf = ({ results }: Draw): number => (results ? results.total - results.done : 0);
