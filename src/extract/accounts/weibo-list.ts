import { type CalendarDate, dateAt, makeDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { joinLeaves } from '../markup/layout.ts';
import { type Box, walk } from '../markup/tree.ts';
import { readServerDay } from '../page/script-facts.ts';
import type { AccountPage } from './account-page.ts';
import type { SavedPost } from './saved-page.ts';

/** A post's own address: weibo.com/1234567890/IDfkaC9tB, with or without a tail. */
const OWN = /^(?:https?:)?\/\/(?:www\.|m\.)?weibo\.(?:com|cn)\/(\d{6,12})\/([A-Za-z0-9]{7,16})(?:[?#].*)?$/;
const TITLE_LETTERS = 120;
/** Moment of the search that the page's own links carry. */
const SOUGHT_AT = /seqid:(1\d{12})/;

/** Posts of a saved Weibo list (search result, account page), quoted ones included; each names its account. Null = no such page. */
export function readWeiboList(page: AccountPage): { posts: SavedPost[]; undated: number } | null {
  const day = pageDay(page);
  const posts = new Map<string, SavedPost>();
  let undated = 0;
  for (const box of page.box.all('a')) {
    const own = OWN.exec((box.attributes.href ?? '').trim());
    if (!own) continue;
    const when = joinLeaves(page.layout.leaves, box.from, box.to);
    const cell = readDateCell(when, day);
    if (cell === null) continue;
    const url = `https://weibo.com/${own[1]}/${own[2]}`;
    if (posts.has(url)) continue;
    const date = cell.form === 'date' ? cell.date : cell.form === 'month-day' && day !== null ? lastOf(cell.month, cell.day, day) : null;
    if (date === null) {
      undated++;
      continue;
    }
    const time = cell.form === 'date' || cell.form === 'month-day' ? cell.time : null;
    const card = cardOf(box);
    posts.set(url, {
      title: textOf(page, card).slice(0, TITLE_LETTERS),
      url,
      date,
      time,
      original: null,
      account: { platform: 'weibo', name: nameOf(card), keys: [`weibo:${own[1]}`], verified: null },
      digest: null,
      sourceUrl: null,
    });
  }
  return posts.size > 0 || undated > 0 ? { posts: [...posts.values()], undated } : null;
}

function pageDay({ layout, html }: AccountPage): CalendarDate | null {
  const sought = SOUGHT_AT.exec(html)?.[1];
  return sought === undefined ? readServerDay(layout) : dateAt(new Date(Number(sought)).toISOString());
}

/** A day without year is the last such day up to the page's own. */
function lastOf(month: number, day: number, until: CalendarDate): CalendarDate | null {
  const year = Number(until.slice(0, 4));
  const here = makeDate(year, month, day);
  return here !== null && here <= until ? here : makeDate(year - 1, month, day);
}

/** The nearest box around a post's time that holds its text. */
function cardOf(box: Box): Box {
  for (let up = box.parent; up !== null; up = up.parent) {
    for (const inner of walk(up)) if (isText(inner)) return up;
  }
  return box;
}

const isText = ({ attributes }: Box): boolean =>
  /feed_list_content|feed_list_reason/.test(attributes['node-type'] ?? '') ||
  /(?:^|\s)(?:txt|WB_text|weibo-text|detail_wbtext_\w+)(?:\s|$)/.test(attributes.class ?? '');

function textOf(page: AccountPage, card: Box): string {
  for (const box of walk(card)) if (isText(box)) return joinLeaves(page.layout.leaves, box.from, box.to).replace(/\s*展开全文.{0,2}$/u, '');
  return '';
}

function nameOf(card: Box): string | null {
  for (const { attributes } of walk(card)) if (attributes['nick-name']) return attributes['nick-name'];
  return null;
}
