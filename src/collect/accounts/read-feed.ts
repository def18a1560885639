import { parseFeed } from 'feedsmith';
import type { CalendarDate } from '../../core/date.ts';
import type { Post } from '../../evidence/facts.ts';
import { parseAddress } from '../http/address.ts';
import { visibleTextOf } from '../http/quick-text.ts';
import { postDate } from './post-date.ts';

const MAX_POSTS = 1_000;
const TITLE_LETTERS = 120;
/** Markup inside a word: it parts nothing, while other tags stand for a blank. */
const INLINE = /<\/?(?:a|b|em|font|i|mark|s|span|strong|u)(?:\s[^<>]{0,500})?>/gi;

interface Entry {
  title: string;
  url: string | null;
  when: string | null;
}

/**
 * Posts of an RSS 0.9-2.0, RDF, Atom or JSON feed, newest first. Null when the text is no feed.
 * Posts without a date and posts dated after the look are left out: nothing can be judged by them.
 */
export function readFeed(text: string, feedUrl: string, day: CalendarDate): Post[] | null {
  const entries = entriesOf(text);
  if (entries === null) return null;
  const posts = new Map<string, Post>();
  for (const { title, url, when } of entries) {
    const date = when === null ? null : postDate(when, day);
    if (date === null || date > day) continue;
    const address = url === null ? null : (parseAddress(url, feedUrl)?.href ?? null);
    const plain = visibleTextOf(title.replace(INLINE, '')).slice(0, TITLE_LETTERS);
    const key = address ?? `${date} ${plain}`;
    if (!posts.has(key)) posts.set(key, { title: plain, url: address, date, original: null });
  }
  return [...posts.values()].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, MAX_POSTS);
}

/** The fields that count, of whatever format; an entry without a title is named by its text, as microblogs have none. */
function entriesOf(text: string): Entry[] | null {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    return null; // feedsmith throws for anything that is no feed; what it was is in the kept bytes
  }
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title || item.description || '',
        url: item.link ?? null,
        when: textOf(item.pubDate) ?? textOf(item.dc?.dates?.[0]) ?? null,
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title || item.description || '',
        url: item.link ?? null,
        when: textOf(item.dc?.dates?.[0]),
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        title: entry.title?.value || entry.summary?.value || entry.content?.value || '',
        url: (entry.links?.find((link) => !link.rel || link.rel === 'alternate') ?? entry.links?.[0])?.href ?? null,
        when: textOf(entry.published) ?? textOf(entry.updated),
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        title: item.title || item.content_text || item.content_html || '',
        url: item.url ?? null,
        when: textOf(item.date_published) ?? textOf(item.date_modified),
      }));
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : null);
