import type { CalendarDate } from '../../core/date.ts';
import type { Layout } from '../markup/layout.ts';
import { atSeconds, type HiddenDate, readMoment } from './meta-date.ts';

/** Variables in which pages keep the publish moment: WeChat `ct`, JSON-LD `datePublished`, and usual names. */
const WECHAT_SECONDS = /(?:\bvar\s+ct\s*=|\bct\s*:|\bori_?[cC]reate_?[tT]ime\s*[:=])\s*["']?(\d{10})(?:\d{3})?\b/;
const PUBLISHED_SECONDS = /(?:\bcreate_?[tT]ime|\bpublish_?[tT]ime|\bpub_?[dD]ate)["']?\s*[:=]\s*["']?(\d{10})(?:\d{3})?\b/;
const PUBLISHED_TEXT =
  /(?:datePublished|pubDate|publishDate|publishTime|publish_time|createTime)["']?\s*[:=]\s*["']((?:19|20)\d{2}[-/年][^"']{3,30})["']/i;
const SERVER_SECONDS = /(?:server_?time|svr_?time|now_?time|sys_?time)["'\]]*\s*[:=]\s*["']?(\d{10})(?:\d{3})?\b/i;
const ACCOUNT_NAME = /(?:\bvar\s+nickname\s*=|\bnick_name\s*:)\s*(?:htmlDecode\(|JsDecode\()?["']([^"']{1,60})["']/;
/** Longer scripts are libraries; the facts of a page stand in short ones or at the head of long ones. */
const HEAD_LETTERS = 200_000;

/** Publish moment that only a script of the page holds. */
export function readScriptDate(layout: Layout): HiddenDate | null {
  const seconds = firstMatch(layout, WECHAT_SECONDS) ?? firstMatch(layout, PUBLISHED_SECONDS);
  if (seconds !== null) return atSeconds(Number(seconds));
  const text = firstMatch(layout, PUBLISHED_TEXT);
  return text === null ? null : readMoment(text);
}

/** The day on which the server made the page, where a script tells it. */
export function readServerDay(layout: Layout): CalendarDate | null {
  const seconds = firstMatch(layout, SERVER_SECONDS);
  return seconds === null ? null : (atSeconds(Number(seconds))?.date ?? null);
}

/** Name of the WeChat account as the page's script gives it. */
export function readAccountName(layout: Layout): string | null {
  return firstMatch(layout, ACCOUNT_NAME);
}

function firstMatch(layout: Layout, pattern: RegExp): string | null {
  for (const { box } of layout.scripts) {
    const found = pattern.exec(box.kids[0]?.text.slice(0, HEAD_LETTERS) ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
