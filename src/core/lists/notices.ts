import { holds } from './holds.ts';

/** What narrows and orders the list of notices. */
export interface NoticesAsked {
  q?: string | undefined;
  /** Name of the template. */
  kind?: string | undefined;
  state?: string | undefined;
  /** Id of the period. */
  of?: string | undefined;
  sort?: string | undefined;
}

interface Listed {
  title: string;
  templateName: string;
  state: { code: string };
  period: { id: string };
  createdAt: string;
  issuedAt: string | null;
}

/** State in which what was put aside is shown with the rest. */
export const EVERY_STATE = 'all';

/**
 * The notices asked for: the latest begun first, or the latest issued, or by period. Drafts that were put aside are shown only when
 * asked for.
 */
export function listedNotices<R extends Listed>(rows: readonly R[], { q, kind, state, of, sort }: NoticesAsked): R[] {
  const inState = ({ code }: Listed['state']): boolean => (state === EVERY_STATE ? true : state ? code === state : code !== 'discarded');
  const wanted = rows.filter(
    (row) => holds(q, row.title) && inState(row.state) && (!kind || row.templateName === kind) && (!of || row.period.id === of),
  );
  if (sort === 'issued') return wanted.toSorted((a, b) => descending(a.issuedAt ?? '', b.issuedAt ?? ''));
  if (sort === 'period') return wanted.toSorted((a, b) => descending(a.period.id, b.period.id) || descending(a.createdAt, b.createdAt));
  return wanted;
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
