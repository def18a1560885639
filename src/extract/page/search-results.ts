import type { ListItem } from '../../evidence/facts.ts';
import { decodeHtml } from '../bytes/decode-html.ts';
import { emptyNotes } from '../list/list-state.ts';
import { isControlText } from '../list/survey.ts';
import { squeeze } from '../markup/plain.ts';
import { parsePage } from '../parse-page.ts';
import type { PageReading } from '../read-page.ts';

/** One result as shown. */
export interface SearchResult {
  title: string;
  url: string;
}

/** What a results page shows: what the list reader reads, and every link that the home page does not have, both in order. */
export interface SearchResults {
  listed: SearchResult[];
  linked: SearchResult[];
  /** The page itself says that nothing was found. */
  saysNone: boolean;
}

const SHORTEST_TITLE = 5;

/** Reads a results page; `frame` are the addresses of the home page, which are no results. */
export function readResults(bytes: Uint8Array, reading: PageReading, frame: ReadonlySet<string>): SearchResults {
  const resolved = new Map(reading.links.map(({ href, url }) => [href, url]));
  const listed = reading.list.flatMap(({ title, href }: ListItem) => (href === null ? [] : [{ title, url: resolved.get(href) ?? href }]));
  const seen = new Set<string>();
  const linked = reading.links.flatMap(({ url, text, tag }) => {
    if (tag !== 'a' || frame.has(url) || seen.has(url) || isControlText(text) || squeeze(text).length < SHORTEST_TITLE) return [];
    seen.add(url);
    return [{ title: text, url }];
  });
  const { layout } = parsePage(decodeHtml(bytes, null).text);
  return { listed, linked, saysNone: listed.length === 0 && emptyNotes(layout).length > 0 };
}

/** Rank of the expected document, from 1, in either reading; null when neither shows it among the first `depth`. */
export function rankOfExpected(
  results: SearchResults,
  expected: { title: string | null; url: string | null },
  depth: number,
): number | null {
  const ranks = [results.listed, results.linked].map((shown) => shown.slice(0, depth).findIndex((result) => isExpected(result, expected)));
  const found = ranks.filter((rank) => rank >= 0);
  return found.length === 0 ? null : Math.min(...found) + 1;
}

function isExpected({ title, url }: SearchResult, expected: { title: string | null; url: string | null }): boolean {
  if (expected.url !== null && (sameAddress(url, expected.url) || decodeLoosely(url).includes(bare(expected.url)))) return true;
  return expected.title !== null && sameTitle(title, expected.title);
}

/** Titles as search pages cut them: …; marked words and blanks make no difference. */
const CUT = /(?:\.{2,}|…+)$/;
const FEWEST_LETTERS = 6;
function sameTitle(shown: string, expected: string): boolean {
  const fold = (text: string): string =>
    squeeze(text)
      .normalize('NFKC')
      .replace(/[\p{P}\p{S}]/gu, '');
  const [a, b] = [fold(shown.replace(CUT, '')), fold(expected)];
  if (a === b || (b.length >= FEWEST_LETTERS && a.includes(b))) return true;
  return CUT.test(shown.trim()) && a.length >= FEWEST_LETTERS && b.startsWith(a);
}

const bare = (url: string): string =>
  url
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/#.*$/, '')
    .replace(/\/(?:index\.\w+)?$/, '');
const sameAddress = (a: string, b: string): boolean => bare(a).toLowerCase() === bare(b).toLowerCase();

function decodeLoosely(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
