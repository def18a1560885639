import type { FactData, ListItem } from '../../evidence/facts.ts';
import { continuityOf } from '../../evidence/list-continuity.ts';
import { pageFrame } from '../../extract/rule/page-frame.ts';
import { isOpenQuestion } from './again.ts';
import { type ListPage, lookAtListPage } from './in-browser.ts';
import type { ColumnRule, PlannedArticle, SiteJob } from './job.ts';
import { listOrder, needsMorePages } from './list-order.ts';
import { type ListReading, partsOf, readListOf } from './list-reading.ts';
import type { PageView } from './look-at-page.ts';
import { isAccused, takeViews } from './page-views.ts';
import { type Gain, noGain, type Scan } from './scan.ts';

type Columns = SiteJob['columns'];

/** One list address and the columns that live there; several may share it. */
export interface ListAddress {
  url: string;
  columns: Columns;
}

export const listKey = (url: string): string => `list:${url}`;

export function listAddresses(columns: Columns): ListAddress[] {
  const byUrl = new Map<string, Columns>();
  for (const column of columns) if (column.url !== null) byUrl.set(column.url, [...(byUrl.get(column.url) ?? []), column]);
  return [...byUrl].map(([url, sharing]) => ({ url, columns: sharing }));
}

/** One look at a column's list: page 1, and further pages only where page 1 cannot answer. `looks`: looks before this one. */
export async function lookAtList(scan: Scan, { url, columns }: ListAddress, looks = 0): Promise<Gain> {
  const gain = noGain();
  const isRead = (view: PageView): boolean => byRule(columns).some(({ rule }) => readListOf(view, rule, scan.job.day).state === 'items');
  const first = await lookAtListPage(scan, url, gain, isRead);
  const parts = partsOf(first);
  const frame = parts === null ? null : pageFrame(parts);
  for (const { rule, sharing } of byRule(columns)) {
    const read = (view: PageView): ListReading => readListOf(view, rule, scan.job.day);
    const { state, items: shown, fault, newerElsewhere } = read(first);
    const list =
      state === 'items'
        ? await readPages(scan, { view: first, items: shown, read }, sharing, gain)
        : { items: [], pages: first.reading ? 1 : 0, complete: false };
    const newestDate = newestOf(list.items);
    const isDoubtful = newerElsewhere !== null && newestDate !== null && newerElsewhere > newestDate;
    for (const column of sharing) {
      const data: FactData<'column-list'> = {
        columnId: column.id,
        url,
        outcome: first.look.outcome,
        state,
        items: list.items,
        newestDate,
        undated: list.items.filter((item) => item.date === null).length,
        ...(isDoubtful ? { newerElsewhere } : {}),
        pages: list.pages,
        ...(list.complete ? { complete: true } : {}),
        ...(frame === null ? {} : { frame }),
        ...(rule === null ? {} : { rule: { id: rule.id, fault } }),
      };
      const continuity = column.earlier === undefined ? {} : { continuity: continuityOf(data, first.at, column.earlier) };
      gain.facts.push(scan.fact('column-list', column.id, first.at, url, first.blob, { ...data, ...continuity }, first.how));
      if (isAccused(column, data, scan.job.day)) await takeViews(scan, url, column.id, gain);
    }
    gain.articles.push(...(await newArticles(scan, list.items, sharing[0] ?? null)));
  }
  if (isOpenQuestion(first.look.outcome)) gain.failedPages.push({ key: listKey(url), looks: looks + 1, lastAt: first.at });
  return gain;
}

/** Columns of one address that are read in the same way. */
function byRule(columns: Columns): { rule: ColumnRule | null; sharing: Columns }[] {
  const ways = new Map<string, { rule: ColumnRule | null; sharing: Columns[number][] }>();
  for (const column of columns) {
    const rule = column.rule ?? null;
    const way = ways.get(rule?.id ?? '') ?? { rule, sharing: [] };
    way.sharing.push(column);
    ways.set(rule?.id ?? '', way);
  }
  return [...ways.values()];
}

/**
 * Further pages. An oldest-first list has its newest entries on the last page, which is then put in front, so that
 * the entries together run as a reader would wish.
 */
async function readPages(
  scan: Scan,
  first: { view: ListPage; items: readonly ListItem[]; read(view: PageView): ListReading },
  columns: Columns,
  gain: Gain,
): Promise<{ items: ListItem[]; pages: number; complete: boolean }> {
  const minimum = Math.max(0, ...columns.map((column) => column.minimumPerYear ?? 0)) || null;
  let items = [...first.items];
  let pages = 1;
  const { look, paging } = first.view;
  let complete = !paging.more;
  const seen = new Set([look.url, look.finalUrl]);
  const fromEnd = listOrder(items) === 'oldest-first' && paging.last !== null;
  let next = fromEnd ? paging.last : paging.next;
  while (next !== null && !seen.has(next) && pages < scan.settings.maxListPages && needsMorePages(items, scan.job.day, minimum)) {
    if (scan.spend.exhausted() !== null || !scan.isOwn(next)) break;
    seen.add(next);
    const view = await lookAtListPage(scan, next, gain, (page) => first.read(page).state === 'items');
    const { items: shown } = first.read(view);
    if (shown.length === 0) break;
    pages += 1;
    complete = !fromEnd && !view.paging.more;
    const more = shown.filter((item) => !items.some((known) => known.href === item.href && known.title === item.title));
    items = fromEnd ? [...more, ...items] : [...items, ...more];
    if (fromEnd || more.length === 0) break;
    next = view.paging.next;
  }
  return { items, pages, complete };
}

/** A guide is changed under its old address, so the first of its column are opened at every scan. */
const GUIDES_READ_AGAIN = 2;

async function newArticles(scan: Scan, items: readonly ListItem[], column: Columns[number] | null): Promise<PlannedArticle[]> {
  const columnId = column?.id ?? null;
  const articles = items.flatMap(({ href }, rank) => (href !== null && scan.isOwn(href) ? [{ url: href, columnId, rank }] : []));
  const known = await scan.known.articles(articles.map(({ url }) => url));
  return articles.filter(({ url, rank }) => !known.has(url) || (column?.class === 'guide' && rank < GUIDES_READ_AGAIN));
}

function newestOf(items: readonly ListItem[]): string | null {
  return items.reduce<string | null>((newest, { date }) => (date !== null && (newest === null || date > newest) ? date : newest), null);
}
