import type { CalendarDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Layout } from '../markup/layout.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';

/** Running counts over the leaves of a page, so that any box is weighed without walking into it. Entry i counts leaves before i. */
export interface Survey {
  layout: Layout;
  /** Links whose text could be a title. */
  links: Uint32Array;
  /** Those of them that are long enough to be a headline. */
  longLinks: Uint32Array;
  /** Leaves that show a date outside of a title. */
  dates: Uint32Array;
  /** Words that stand in the head or foot of a page and never in an entry. */
  frame: Uint32Array;
  /** Letters. */
  letters: Uint32Array;
  today: CalendarDate | null;
}

/** Words on links that lead on, page or fetch, and are never the title of an item. */
const CONTROL =
  /^(?:https?:\/\/.*|www\..*|首\s?页|网站首页|返回.{0,4}|[上下]一?[页篇条]|前一?页|后一?页|末页|尾页|第一页|最后一页|第?\d{1,4}页?|\d{1,2}(?:[:：]\d{2}){1,2}|更多.{0,4}|>*more.{0,4}|查看.{0,6}|阅读(?:全文|更多|原文)|(?:查看)?(?:详细|详情|全文)(?:信息|内容)?|下载|附件(?:下载)?|预览|打印|关闭|分享|展开.{0,4}|收起.{0,4}|转到|跳转|确定|go|\.{2,}|[^\p{L}\p{N}]{0,4})$/iu;

/** True for link texts such as 下一页, 更多>>, [详细]. */
export function isControlText(text: string): boolean {
  return CONTROL.test(text.replace(/^[[【(（<《\s]+|[\]】)）>》\s]+$/g, ''));
}

/** A link text with its day in brackets behind: 标题 [2022-12-27]. */
const ENDS_IN_DATE = /(?:[[(（【]\s?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s?[\])）】]|\s\d{4}-\d{2}-\d{2})$/;

/** Longest text outside of links in which a date may stand beside other words (来源, 浏览次数). */
const LONGEST_DATE_NOTE = 80;

const SHORT_LINK = 8;
const FRAME_WORDS = /^(?:网站)?首\s*页$|ICP\s*备|公网\s*安备|网站标识码|版权所有|copyright|^(?:主办|承办)(?:单位)?\s*[:：]/i;

export function survey(layout: Layout, today: CalendarDate | null): Survey {
  const size = layout.leaves.length + 1;
  const links = new Uint32Array(size);
  const longLinks = new Uint32Array(size);
  const dates = new Uint32Array(size);
  const frame = new Uint32Array(size);
  const letters = new Uint32Array(size);
  let anchor: Box | null = null;
  layout.leaves.forEach((leaf, i) => {
    let isLink = 0;
    const isDate = showsDate(leaf.text, leaf.anchor !== null, today);
    if (leaf.anchor !== null && leaf.anchor !== anchor && !isDate && squeeze(leaf.text).length > 1 && !isControlText(leaf.text)) {
      isLink = 1;
      anchor = leaf.anchor;
    }
    links[i + 1] = (links[i] as number) + isLink;
    longLinks[i + 1] = (longLinks[i] as number) + (isLink === 1 && leaf.text.length > SHORT_LINK ? 1 : 0);
    dates[i + 1] = (dates[i] as number) + (isDate || (isLink === 1 && ENDS_IN_DATE.test(leaf.text)) ? 1 : 0);
    frame[i + 1] = (frame[i] as number) + (leaf.text.length < 120 && FRAME_WORDS.test(leaf.text) ? 1 : 0);
    letters[i + 1] = (letters[i] as number) + leaf.text.length;
  });
  return { layout, links, longLinks, dates, frame, letters, today };
}

/** Addresses that lead nowhere (javascript:;, #): each such link counts by itself. */
export function isPlaceholder(href: string): boolean {
  return href === '' || href.startsWith('#') || /^\s*javascript:/i.test(href);
}

/** The calendar in the head of a page: today's date is no entry's. */
const CALENDAR = /今天是|现在是|今日是|当前时间|农历/;
const WEEKDAY = /星期[一二三四五六日天]/;

function showsDate(text: string, inLink: boolean, today: CalendarDate | null): boolean {
  if (text.length > LONGEST_DATE_NOTE || !/[\d０-９]|天|今|昨|刚/.test(text) || CALENDAR.test(text)) return false;
  const cell = readDateCell(text, today ?? '2000-01-01');
  if (WEEKDAY.test(text) && (cell?.form !== 'date' || today === null || cell.date >= today)) return false;
  if (cell) return cell.form !== 'day' && cell.form !== 'month' && !(inLink && cell.form === 'year');
  return !inLink && findDates(text).length > 0;
}

/** How much of a counted thing lies in leaves `from` to `to`. */
export function within(counts: Uint32Array, from: number, to: number): number {
  return (counts[to] as number) - (counts[from] as number);
}
