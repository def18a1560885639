import type { CalendarDate } from '../../core/date.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { dateInUrl } from '../dates/url-date.ts';
import type { Leaf } from '../markup/layout.ts';
import { isPlaceholder, type Survey } from './survey.ts';
import { settleYears } from './years.ts';

/** Fewer posts than this are not told from a lone date that happens to be a link. */
const FEWEST_POSTS = 3;
const TITLE_LETTERS = 120;

/**
 * Posts of a microblog page: there the date itself is the link to the post and the text stands above it.
 * Null when the page is not built so.
 */
export function readFeed(survey: Survey, clock: CalendarDate | null): ListItem[] | null {
  const { leaves, lines } = survey.layout;
  const posts: { title: string; href: string; shown: NonNullable<ReturnType<typeof shownIn>> }[] = [];
  let title = '';
  for (const leaf of leaves) {
    const shown = isDateLink(leaf) ? shownIn(leaf.text, survey.today ?? clock) : null;
    if (shown === null) {
      const text = (lines[leaf.line] as (typeof lines)[number]).text;
      if (text.length > title.length && readDateCell(leaf.text, '2000-01-01') === null) title = text;
      continue;
    }
    posts.push({ title: title.slice(0, TITLE_LETTERS), href: leaf.anchor?.attributes.href ?? '', shown });
    title = '';
  }
  if (posts.length < FEWEST_POSTS) return null;
  const dates = settleYears(
    posts.map((p) => ({ shown: p.shown, href: null })),
    clock,
  );
  return posts.map(({ title, href }, i) => ({
    title,
    href,
    date: dates[i]?.date ?? null,
    dateSource: dates[i]?.source ?? null,
    pinned: false,
  }));
}

function shownIn(text: string, today: CalendarDate | null) {
  const cell = readDateCell(text, today);
  return cell?.form === 'date' || (cell?.form === 'month-day' && cell.time !== null) ? cell : null;
}

function isDateLink(leaf: Leaf): boolean {
  const href = leaf.anchor?.attributes.href ?? '';
  return leaf.anchor !== null && leaf.anchor.to - leaf.anchor.from === 1 && !isPlaceholder(href) && dateInUrl(href) === null;
}
