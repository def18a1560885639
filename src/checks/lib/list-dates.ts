import { addDays, type CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { ListItem } from '../../evidence/facts.ts';

/** What the dates of one list say about its newest item. Every date is at most the day of the look. */
export interface ListDates {
  /** Newest date a reader sees. */
  sure: CalendarDate | null;
  /** Newest date worked out from order or address only; enough to acquit, never to accuse. */
  inferred: CalendarDate | null;
  /** Newest metadata date that is later than what the page shows for the same item. */
  contradicting: CalendarDate | null;
  /** Some item is dated after the look. */
  future: boolean;
  /** Items without any date, on the list or behind it. */
  undated: number;
  /** An item without any date could be newer than the newest dated one. */
  undatedMayBeNewer: boolean;
  /** Oldest item first over a full page: the newest may stand on a page nobody read. */
  oldestFirst: boolean;
}

/** A page this long may have a successor. */
const FULL_PAGE = 10;

/**
 * Weighs the dates of a list with those of the articles behind it. Pinned items and lists that are not newest-first
 * need no special care, since the newest of all is taken, not the first. `complete`: every page of the list was read.
 */
export function listDates(
  items: readonly ListItem[],
  listed: CalendarDate | null,
  articles: readonly Fact<'article'>[],
  day: CalendarDate,
  complete = false,
): ListDates {
  // A clock or zone may be a day off; anything later is not a date of publication.
  const latest = addDays(day, 1);
  const byUrl = new Map(articles.filter((fact) => fact.data.outcome === 'ok').map((fact) => [fact.data.url, fact.data]));
  const sure: CalendarDate[] = [];
  const inferred: CalendarDate[] = [];
  const contradicting: CalendarDate[] = [];
  const order: (CalendarDate | null)[] = [];
  let future = false;
  const keep = (into: CalendarDate[], date: CalendarDate | null): void => {
    if (date === null) return;
    if (date > latest) future = true;
    else into.push(date > day ? day : date);
  };
  for (const item of items) {
    const article = item.href === null ? undefined : byUrl.get(item.href);
    const shown = item.date !== null && !isGuess(item) ? item.date : null;
    const seen = shown ?? article?.publishDate ?? article?.metaDate ?? null;
    keep(sure, shown);
    keep(sure, article?.publishDate ?? null);
    if (seen === article?.metaDate) keep(sure, seen);
    if (seen === null) keep(inferred, item.date);
    const newest = [shown, article?.publishDate].reduce<CalendarDate | null>((a, b) => (b && (a === null || b > a) ? b : a), null);
    if (article?.metaDate && newest !== null && article.metaDate > newest) keep(contradicting, article.metaDate);
    order.push(seen ?? item.date);
  }
  if (order.every((date) => date === null)) keep(sure, listed);
  return {
    sure: newestOf(sure),
    inferred: newestOf(inferred),
    contradicting: newestOf(contradicting),
    future,
    undated: order.filter((date) => date === null).length,
    undatedMayBeNewer: undatedMayBeNewer(items, order),
    oldestFirst: !complete && isOldestFirst(order),
  };
}

/** Worked out from the order of rows, or from the address a page was filed under: no reader sees such a day. */
const isGuess = ({ dateSource }: ListItem): boolean => dateSource === 'inferred' || dateSource === 'url';

const newestOf = (dates: readonly CalendarDate[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((a, b) => (a === null || b > a ? b : a), null);

/** In a list that runs newest first, what follows the newest dated item is older; before it, or in any other order, it may be newer. */
function undatedMayBeNewer(items: readonly ListItem[], order: readonly (CalendarDate | null)[]): boolean {
  if (!order.includes(null)) return false;
  const dated = order.filter((date, i): date is CalendarDate => date !== null && !items[i]?.pinned);
  const newestFirst = dated.length > 0 && dated.every((date, i) => i === 0 || date <= (dated[i - 1] as CalendarDate));
  return !newestFirst || order.indexOf(null) < order.findIndex((date, i) => date !== null && !items[i]?.pinned);
}

function isOldestFirst(order: readonly (CalendarDate | null)[]): boolean {
  const dated = order.filter((date) => date !== null);
  const ascending = dated.every((date, i) => i === 0 || date >= (dated[i - 1] as CalendarDate));
  return order.length >= FULL_PAGE && ascending && new Set(dated).size > 2;
}
