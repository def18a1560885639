import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import type { Published } from '../../disclosure/matching/match-items.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Post } from '../../evidence/facts.ts';
import { changedLists, factsBetween } from '../../store/facts.ts';
import { listPosts } from '../../store/posts.ts';
import type { Db } from '../../store/schema.ts';

/** An item of a portal or a post of an account, with the channel it stands on. */
export interface Item extends Published {
  channelId: string;
  url: string | null;
  /** A post's own mark; null where its source shows none. */
  original?: boolean | null;
}

/** A list shows an item for days: looks so long after its day still show what was published last. */
const LISTED_DAYS = 15;

/** What sites published from `from` to `to` as far as kept lists and articles show it; `undated` entries cannot be placed. */
export async function itemsOfSites(
  db: Db,
  siteIds: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ items: Item[]; undated: number }> {
  const looked = [instantOf(from), instantOf(addDays(to, LISTED_DAYS))] as const;
  const titles = new Map<string, string>();
  for (const { data, channelId } of await factsBetween(db, siteIds, ['article'], ...looked)) {
    // A list cuts long titles; the article has the whole.
    if (data.outcome === 'ok' && data.title) titles.set(`${channelId} ${data.url}`, data.title);
  }
  const items = new Map<string, Item>();
  const undated = new Set<string>();
  for (const fact of await changedLists(db, siteIds, ...looked)) {
    for (const { url, title, date } of listedIn(fact)) {
      const full = titles.get(`${fact.channelId} ${url}`) ?? title;
      if (date === null) undated.add(`${fact.channelId} ${url ?? full}`);
      else if (date >= from && date <= to) {
        // One item stands in several columns, under one address or several.
        const key = `${fact.channelId} ${date} ${full}`;
        if (!items.has(key)) items.set(key, { id: key, channelId: fact.channelId, url, title: full, date });
      }
    }
  }
  return { items: [...items.values()].sort(byDay), undated: undated.size };
}

function listedIn({ data }: Fact<'column-list'>): { url: string | null; title: string; date: CalendarDate | null }[] {
  return data.items.map(({ href, title, date }) => ({
    url: href !== null && URL.canParse(href, data.url) ? new URL(href, data.url).href : null,
    title,
    date,
  }));
}

/** Posts of accounts from `from` to `to`, from sheets, saved pages and feeds; `seen` = accounts that anything at all was seen of. */
export async function postsOfAccounts(
  db: Db,
  accountIds: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ posts: Item[]; seen: ReadonlySet<string> }> {
  const posts = new Map<string, Item>();
  const seen = new Set<string>();
  const add = (channelId: string, { url, title, date, original }: Pick<Post, 'url' | 'title' | 'date' | 'original'>): void => {
    seen.add(channelId);
    if (date < from || date > to) return;
    const key = `${channelId} ${date} ${title}`;
    // Several sources show one post; whichever has its address or its mark tells.
    const known = posts.get(key);
    posts.set(key, { id: key, channelId, title, date, url: known?.url ?? url, original: known?.original ?? original });
  };
  for (const accountId of accountIds) for (const post of await listPosts(db, accountId, from, to)) add(accountId, post);
  const facts = await factsBetween(db, accountIds, ['account-posts'], instantOf(from), instantOf(addDays(to, LISTED_DAYS)));
  for (const { channelId, data } of facts) {
    if (data.error === null && data.outcome === 'ok') seen.add(channelId);
    for (const post of data.posts) add(channelId, post);
  }
  return { posts: [...posts.values()].sort(byDay), seen };
}

const byDay = (a: Item, b: Item): number => a.date.localeCompare(b.date) || a.id.localeCompare(b.id);
