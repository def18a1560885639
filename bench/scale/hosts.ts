import type { FastTime } from './clock.ts';
import { virtualNow } from './clock.ts';
import { CRAWL_DELAY_S, hashOf, type Manner, mannerOf, PER_AREA } from './model.ts';
import { articlePage, homePage, listPage } from './pages.ts';

/** An answer of a simulated host; null = the connection is refused, 'silence' = nothing ever comes. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  afterMs: number;
}

const NOTHING = Buffer.alloc(0);
const html = (body: Buffer, status = 200): Omit<Answer, 'afterMs'> => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
const GONE = Buffer.from('<html><head><title>404</title></head><body>页面不存在</body></html>');
const GATE = Buffer.from('<html><body>请完成安全验证</body></html>');
/** Virtual hosts that are asked too often say so. */
const REST_S = [30, 60, 90];

/** Latency as seen on county hosts: most answer in a fifth of a second, some take two; slow ones two to eight. */
function latency(path: string, manner: Manner): number {
  const at = hashOf(path);
  if (manner === 'slow') return 2_000 + at * 6;
  return at < 900 ? 20 + at * 0.4 : at < 990 ? 400 + (at - 900) * 10 : 2_000;
}

/** What a host answers at a path on a day (`2026-11-20`). `turn`: how many requests the host had before. */
export function answerOf(url: URL, day: string, turn: number): Answer | 'refused' | 'silence' {
  const { hostname, pathname } = url;
  const manner = mannerOf(hostname);
  if (manner === 'down') return 'refused';
  if (manner === 'silent') return 'silence';
  const afterMs = latency(pathname + hostname, manner);
  if (pathname === '/robots.txt') {
    const text = manner === 'delay' ? `User-agent: *\nCrawl-delay: ${CRAWL_DELAY_S}\n` : null;
    return text === null
      ? { ...html(GONE, 404), afterMs }
      : { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text), afterMs };
  }
  if (manner === 'gate') return { ...html(GATE, 412), afterMs };
  if (manner === 'busy' && turn % 8 === 7) {
    const restS = REST_S[Math.floor(turn / 8) % REST_S.length] as number;
    return { status: turn % 2 === 0 ? 503 : 429, headers: { 'retry-after': String(restS) }, body: NOTHING, afterMs };
  }
  return { ...html(...page(url, day)), afterMs };
}

function page({ hostname, pathname, href }: URL, day: string): [Buffer, number] {
  if (/\/gone\d+\.html$|no-such-page/.test(pathname)) return [GONE, 404];
  if (/\/a\d+\.html$/.test(pathname)) return [articlePage(href, day), 200];
  if (/\/c\d+\/$/.test(pathname)) return [listPage(href, day), 200];
  if (/\/x\d+\.html$/.test(pathname)) return [articlePage(href, day), 200];
  const number = numberOf(hostname, pathname);
  return number === null ? [articlePage(href, day), 200] : [homePage(number, day), 200];
}

/** The site whose home page an address is. */
function numberOf(hostname: string, pathname: string): number | null {
  const [, kind, area] = /^(portal|shared|s)(\d+)\./.exec(hostname) ?? [];
  if (kind === undefined) return null;
  if (kind === 's') return Number(area);
  return Number(area) * PER_AREA + (kind === 'portal' ? 0 : Number(/^\/u(\d+)\//.exec(pathname)?.[1] ?? 50));
}

/** One request as it left, in virtual milliseconds. */
export interface Visit {
  host: string;
  begun: number;
  ended: number;
  status: number;
  /** Rest the host asked for, in milliseconds. */
  restMs: number;
}

export const dayOf = (time: FastTime): string => new Date(virtualNow(time) + 8 * 3_600_000).toISOString().slice(0, 10);
