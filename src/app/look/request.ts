import { isIP } from 'node:net';
import { parseAddress } from '../../collect/http/address.ts';
import { MingchaError } from '../../core/error.ts';

/** What `mingcha look` is asked to do; null = the default for that kind of host. */
export interface LookRequest {
  url: string;
  /** Profile of the indicator sheet. */
  sheet: string;
  /** List of columns with their addresses and limits. */
  columnsFile: { name: string; bytes: Uint8Array } | null;
  maxPages: number | null;
  concurrency: number | null;
  paceMs: number | null;
  /** Folder for the bytes the verdict rests on; null = keep nothing. */
  evidenceFolder: string | null;
  /** Folder of the browser, for lists that scripts fill and for pictures; absent = none is used. */
  browserFolder?: string;
}

/** Limits of one look. */
export interface LookLimits {
  /** Own pages that are opened and read for further links. */
  maxPages: number;
  /** Looks under way at the site itself. */
  concurrency: number;
  paceMs: number;
  /** The site runs on this machine: nobody else is burdened. */
  loopback: boolean;
  /** 国办秘函〔2019〕19号: 15 s and not open counts as not opened. */
  totalMs: number;
  /** Least time between two looks at an address that failed. */
  apartMs: number;
  maxMinutes: number;
}

const MOST_PAGES = 100_000;
const MOST_AT_ONCE = 64;
/** Faster than this burdens somebody else's server. */
const LEAST_PACE_MS = 100;
const LONGEST_PACE_MS = 60_000;

/** The address as asked for; without a scheme http is meant. Throws MingchaError 'usage'. */
export function siteAddress(text: string): URL {
  const url = parseAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new MingchaError('usage', `“${text}”不是网址。`, '请写成 https://www.example.gov.cn/ 的形式，只能是 http 或 https。');
}

/** Whether an address names this machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Limits of a request. Throws MingchaError 'usage' naming the option that is out of range. */
export function limitsOf(request: LookRequest, url: URL): LookLimits {
  const loopback = isLoopback(url);
  if (!loopback && request.paceMs !== null && request.paceMs < LEAST_PACE_MS)
    throw new MingchaError(
      'usage',
      `--pace 的值 ${request.paceMs} 太小：对别人的网站，两次访问至少相隔 ${LEAST_PACE_MS} 毫秒。`,
      `请改为 ${LEAST_PACE_MS} 以上；只有本机上的网站（localhost、127.0.0.1）可以写 0。`,
    );
  return {
    maxPages: within('max-pages', request.maxPages, 1, MOST_PAGES) ?? (loopback ? MOST_PAGES : 500),
    concurrency: within('concurrency', request.concurrency, 1, MOST_AT_ONCE) ?? (loopback ? 16 : 4),
    paceMs: within('pace', request.paceMs, 0, LONGEST_PACE_MS) ?? (loopback ? 0 : 500),
    loopback,
    totalMs: 15_000,
    apartMs: loopback ? 2_000 : 20_000,
    maxMinutes: 120,
  };
}

function within(option: string, value: number | null, least: number, most: number): number | null {
  if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new MingchaError('usage', `--${option} 的值 ${value} 超出范围。`, `请写 ${least} 到 ${most} 之间的整数。`);
}
