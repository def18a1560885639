import { addDays, type CalendarDate, type Instant, instantOf } from '../../core/date.ts';
import type { Published } from '../../disclosure/matching/match-items.ts';
import type { Post } from '../../evidence/facts.ts';
import { changedLists, factsBetween } from '../../store/facts.ts';
import { listedItems } from '../../store/listed-items.ts';
import { listPostsOf } from '../../store/posts.ts';
import type { Db } from '../../store/schema.ts';

/** An item of a portal or a post of an account, with the channel it stands on. */
export interface Item extends Published {
  channelId: string;
  url: string | null;
  /** A post's own mark; null where its source shows none. */
  original?: boolean | null;
}

/** A list shows an item for days: looks up to this long after its day still show what was published last. */
const LISTED_DAYS = 15;

/** What sites published from `from` to `to` as far as kept lists and articles show it. */
export async function itemsOfSites(db: Db, siteIds: readonly string[], from: CalendarDate, to: CalendarDate): Promise<Item[]> {
  const seenBy = instantOf(addDays(to, LISTED_DAYS));
  const titles = await wholeTitles(db, siteIds, instantOf(from), seenBy);
  const items = new Map<string, Item>();
  for (const { channelId, day: date, title: listed, href, base } of await listedItems(db, siteIds, { from, to, seenBy })) {
    const url = addressOf(href, base);
    const title = titles.get(`${channelId} ${url}`) ?? listed;
    // One item stands in several columns, under one address or several.
    const key = `${channelId} ${date} ${title}`;
    if (!items.has(key)) items.set(key, { id: key, channelId, url, title, date });
  }
  return [...items.values()].sort(byDay);
}

/** How many entries without a readable date the lists of sites showed at the looks that `itemsOfSites` goes by; nobody can place them. */
export async function undatedOfSites(db: Db, siteIds: readonly string[], from: CalendarDate, to: CalendarDate): Promise<number> {
  const looked = [instantOf(from), instantOf(addDays(to, LISTED_DAYS))] as const;
  const undated = new Set<string>();
  for (const { channelId, data } of await changedLists(db, siteIds, ...looked))
    for (const { href, title, date } of data.items) {
      if (date === null) undated.add(`${channelId} ${addressOf(href, data.url) ?? title}`);
    }
  return undated.size;
}

/** A list cuts long titles; the article has the whole. By channel and address. */
async function wholeTitles(db: Db, siteIds: readonly string[], after: Instant, until: Instant): Promise<Map<string, string>> {
  const articles = await factsBetween(db, siteIds, ['article'], after, until);
  return new Map(
    articles.flatMap(({ channelId, data }) => (data.outcome === 'ok' && data.title ? [[`${channelId} ${data.url}`, data.title]] : [])),
  );
}

const addressOf = (href: string | null, base: string): string | null =>
  href !== null && URL.canParse(href, base) ? new URL(href, base).href : null;

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
  for (const post of await listPostsOf(db, accountIds, from, to)) add(post.accountId, post);
  const facts = await factsBetween(db, accountIds, ['account-posts'], instantOf(from), instantOf(addDays(to, LISTED_DAYS)));
  for (const { channelId, data } of facts) {
    if (data.error === null && data.outcome === 'ok') seen.add(channelId);
    for (const post of data.posts) add(channelId, post);
  }
  return { posts: [...posts.values()].sort(byDay), seen };
}

const byDay = (a: Item, b: Item): number => a.date.localeCompare(b.date) || a.id.localeCompare(b.id);
