import type { CalendarDate } from '../core/date.ts';
import type { ListItem } from '../evidence/facts.ts';
import { type DecodedHtml, decodeHtml } from './bytes/decode-html.ts';
import { findClock } from './dates/page-clock.ts';
import { readFeed } from './list/feed.ts';
import { type ListState, stateWithoutItems } from './list/list-state.ts';
import { type FoundList, findLists } from './list/read-list.ts';
import { newerElsewhere, newestShown } from './list/rival.ts';
import { survey } from './list/survey.ts';
import type { Layout } from './markup/layout.ts';
import { type LinkRef, scanLinks } from './markup/links.ts';
import { type ArticleReading, readArticle } from './page/article.ts';
import { type FooterReading, readFooter } from './page/footer.ts';
import { type GuideReading, readGuide } from './page/guide.ts';
import { titleParts } from './page/headline.ts';
import { kindOf, LIKE_BULK, type PageKind } from './page/kind.ts';
import type { Head, Metas } from './page/metas.ts';
import { parsePage } from './parse-page.ts';

/** Everything one page says, as `mingcha extract` prints it. Null = not on the page. */
export interface PageReading {
  kind: PageKind;
  /** Charset the bytes are in, and what header or page claim. */
  charset: string;
  declaredCharset: string | null;
  metas: Metas;
  /** Entries of the main list, of a home or section page those of all its lists; in reading order. Empty on articles. */
  list: ListItem[];
  /** Newest date the list shows, up to `today`; not the days in its addresses. It need not be that of the first entry. */
  newestDate: CalendarDate | null;
  /**
   * Newest day of another list on the page that may be the column's too and is fresher than all entries of `list`; null without
   * one. Then `newestDate` proves that the column is up to date, but not that it is not.
   */
  newerElsewhere: CalendarDate | null;
  /** What became of the list; on pages that are no list it says nothing. */
  listState: ListState;
  /** Null on lists and home pages. */
  article: ArticleReading | null;
  /** Null unless the page is a guide. */
  guide: GuideReading | null;
  footer: FooterReading;
  links: LinkRef[];
  images: LinkRef[];
  title: string | null;
  /** Visible text, one line per line of the page. */
  text: string;
  /** True when the page was too large to be read whole. */
  truncated: boolean;
}

export interface ReadOptions {
  /** Absolute address the bytes came from. */
  url: string;
  /** Content-Type header, null or absent when unknown. */
  contentType?: string | null;
  /** Day of the look, for 今天 and for days without year; absent = the page's own dates must do. */
  today?: CalendarDate | null;
  /** The same bytes decoded already, where the caller has done it. */
  decoded?: DecodedHtml;
}

/** Reads one page. Any bytes give an answer: nothing here throws on bad input, and time and memory grow linearly with its size. */
export function readPage(bytes: Uint8Array, options: ReadOptions): PageReading {
  const { url } = options;
  const today = options.today ?? null;
  const { text: html, charset, declared } = options.decoded ?? decodeHtml(bytes, options.contentType ?? null);
  const { layout, head } = parsePage(html);
  const clock = today ?? findClock(layout, head);
  const counts = survey(layout, today ?? clock);
  const lists = findLists(counts, clock, columnNames(head));
  const evidence = readArticle(layout, head, { url, today: clock });
  const guide = readGuide(layout, evidence.article.title);
  const feed = readFeed(counts, clock);
  const isFeed = feed !== null && feed.length > 2 * (lists[0]?.dated ?? 0);
  const shown = isFeed ? [asList(feed)] : lists;
  const state = shown.length > 0 ? 'items' : stateWithoutItems(layout);
  const kind = kindOf({ layout, head, evidence, lists: shown, state, guide, url });
  const read = listsOf(kind, shown);
  const list = read.flatMap(({ items }) => items);
  const refs = scanLinks(html, url, charset);
  return {
    kind,
    charset,
    declaredCharset: declared,
    metas: head.government,
    list,
    newestDate: newestShown({ items: list }, today),
    newerElsewhere: newerElsewhere(shown, read, today),
    listState: list.length > 0 ? 'items' : state === 'items' ? 'unreadable' : state,
    article: kind === 'article' || kind === 'guide' ? evidence.article : null,
    guide: kind === 'guide' ? guide : null,
    footer: readFooter(layout),
    links: refs.filter((ref) => ref.relation !== 'image'),
    images: refs.filter((ref) => ref.relation === 'image'),
    title: head.title === '' ? null : head.title,
    text: visibleText(layout),
    truncated: layout.truncated,
  };
}

/** What an inner page calls its column: its tag, else the first part of its title. */
export function columnNames(head: Head): string[] {
  const column = head.government.ColumnName;
  return column ? [column] : titleParts(head.title).slice(1, 2);
}

function asList(items: ListItem[]): FoundList {
  return {
    items,
    weight: items.length,
    bulk: items.length,
    place: 'own',
    heading: null,
    dated: items.length,
    paged: true,
    from: 0,
    to: 0,
    group: null,
  };
}

function inReadingOrder(lists: readonly FoundList[]): FoundList[] {
  return [...lists].sort((a, b) => a.from - b.from);
}

/** A column has one list; a home page is read as all of its blocks together, a section as those that are no side lists. */
function listsOf(kind: PageKind, lists: readonly FoundList[]): FoundList[] {
  if (kind === 'column-list') return lists.slice(0, 1);
  if (kind === 'home') return inReadingOrder(lists);
  return kind === 'other' ? inReadingOrder(lists.filter((list) => list.bulk >= LIKE_BULK * (lists[0]?.bulk ?? 0))) : [];
}

function visibleText(layout: Layout): string {
  return layout.lines.map((line) => line.text).join('\n');
}
