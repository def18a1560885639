import type { CalendarDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { findDates, isRangeEnd } from '../dates/find-dates.ts';
import type { Layout, Line } from '../markup/layout.ts';
import { halfWidth, squeeze } from '../markup/plain.ts';

/** A date on the page that may be its publish date. */
export interface SeenDate {
  date: CalendarDate;
  time: string | null;
  line: number;
  /** 3 labelled as published, 2 beside the title without label, 1 only another day of the document (生成, 发文, 成文). */
  rank: 1 | 2 | 3;
  /** False for 今天, 3小时前: worked out from the day of the look. */
  exact: boolean;
  /** Labelled as 更新时间: the publish date only where no other is shown. */
  updated: boolean;
  /** Labelled as 录入时间 or the like: the day of typing in, the publish date only where no other is shown. */
  entered: boolean;
}

const PUBLISHED =
  /(?:(?:信息|文章|新闻)?(?:发布|发表|发稿|刊发|公开|上网|录入|添加|上传|更新|编辑|提交|公告|公示)(?:时间|日期|于)|发布)\s*[:：]?\s*$/;
/** The bare word also heads the time of a meeting in the text, so it counts only beside the title or in a line of page information. */
const BARE = /(?:^|[\s[(|·])(?:时\s*间|日\s*期)\s*[:：]?\s*$/;
const UPDATED = /(?:更新|修改|编辑)(?:时间|日期|于)?\s*[:：]?\s*$/;
const ENTERED = /(?:录入|添加|上传|编辑|提交)(?:时间|日期|于)\s*[:：]?\s*$/;
const MADE = /(?:生成|发文|成文|印发|制发|签发)(?:时间|日期)\s*[:：]?\s*$/;
const OTHER =
  /(?:今天是|现在是|当前时间|实施|施行|生效|失效|废止|有效|截止|截至|开始|结束|报名|起止|活动|会议|审核|修改|访谈|招标|开标|投标)\S{0,6}\s*[:：]?\s*$/;
/** 来源：县农业农村局2022-12-27: the name of a publisher ends where its date begins. */
const SOURCE_AHEAD = /来\s*源\s*[:：]\s*[^\s，。；]{2,20}$/;
const INFO_LINE = /来源|作者|浏览|点击|阅读|字体|字号|编辑|打印|访问/;
/** Lines above and below the title in which an unlabelled date is taken for the publish date, unless the text has begun. */
const NEAR = { above: 2, below: 6 };
const LONGEST_INFO_LINE = 260;
/** Longest name of a source with a counter behind it. */
const LONGEST_SOURCE = 24;

/**
 * The publish date a reader finds on the page: labelled as such (nearest to the title), else standing free near the title.
 * Dates inside sentences never count. `title` is the line behind the title, null when none was found.
 */
export function findPublishDate(layout: Layout, title: { from: number; to: number } | null, today: CalendarDate | null): SeenDate | null {
  let best: { seen: SeenDate; score: number } | null = null;
  for (const [i, line] of layout.lines.entries()) {
    if (line.text.length > LONGEST_INFO_LINE) continue;
    for (const seen of datesOfLine(layout.lines, i, title, today)) {
      const away = title === null ? 0 : Math.max(title.from - i, i - title.to, 0);
      const score =
        seen.rank * 100 -
        Math.min(away, 90) +
        (INFO_LINE.test(line.text) ? 3 : 0) +
        (seen.time === null ? 0 : 1) -
        (seen.updated ? 20 : seen.entered ? 10 : 0);
      if (best === null || score > best.score) best = { seen, score };
    }
  }
  return best?.seen ?? null;
}

function datesOfLine(
  lines: readonly Line[],
  i: number,
  title: { from: number; to: number } | null,
  today: CalendarDate | null,
): SeenDate[] {
  const { text } = lines[i] as Line;
  const before = lines[i - 1]?.text ?? '';
  const lead = /[:：]\s*$|(?:时间|日期)$/.test(before) && before.length <= 16 ? before : '';
  const near = title !== null && i >= title.from - NEAR.above && i <= title.to + NEAR.below && !textBegun(lines, title.to, i);
  const found = findDates(text);
  const seen: SeenDate[] = [];
  for (const [k, d] of found.entries()) {
    const ahead = halfWidth(lead + text.slice(k === 0 ? 0 : (found[k - 1] as typeof d).to, d.from));
    if (isRangeEnd(text.slice(0, d.from), text.slice(d.to))) continue;
    const behind = halfWidth(text.slice(d.to));
    const rank = rankOf(ahead, behind, near && k === 0, text) ?? (near && opensInfo(ahead, d.time, behind) ? 2 : null);
    if (rank !== null)
      seen.push({ date: d.date, time: d.time, line: i, rank, exact: true, updated: UPDATED.test(ahead), entered: ENTERED.test(ahead) });
  }
  if (found.length > 0 || !near) return seen;
  const cell = readDateCell(text.split(/\s(?=\S{1,4}[:：])/)[0] as string, today);
  if (cell?.form === 'date')
    seen.push({ date: cell.date, time: cell.time, line: i, rank: 2, exact: cell.exact, updated: false, entered: false });
  return seen;
}

function rankOf(ahead: string, behind: string, near: boolean, text: string): SeenDate['rank'] | null {
  // 发 布 日 期：labels are often spaced to one width.
  const label = squeeze(ahead.slice(-24));
  if (OTHER.test(label)) return null;
  if (MADE.test(label)) return 1;
  if (PUBLISHED.test(label) || (BARE.test(ahead) && (near || INFO_LINE.test(text)))) return 3;
  // Free-standing: nothing but labels and counters around it, no sentence running on.
  // （2022年12月27日） below a title is written by its author: the day of the document.
  if (near && /^\s*\(\s*$/.test(ahead) && /年/.test(text) && /^\s*\)\s*$/.test(behind)) return 1;
  const opens = /^[\s[(【]*$/.test(ahead) || /[\s\])|]$/.test(ahead) || SOURCE_AHEAD.test(ahead);
  const ends = /^\s*(?:$|[\s[(【|)\]】])/.test(behind) || INFO_LINE.test(behind.slice(0, 6));
  return near && opens && ends && text.length < 160 && !/[。；，]/.test(behind) ? 2 : null;
}

/** 2022-12-27 10:31云溪县水利局2022: icons stand for the labels. Only a line of page information opens with day and time of day. */
function opensInfo(ahead: string, time: string | null, behind: string): boolean {
  return ahead.trim() === '' && time !== null && behind.length <= LONGEST_SOURCE && !/[。；，、]/.test(behind);
}

/** A sentence between title and line: a date below it is the signature's, not the page's. */
function textBegun(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const text = lines[i]?.text ?? '';
    if ((text.length > 60 || (text.length > 18 && /[。；]/.test(text))) && !INFO_LINE.test(text)) return true;
  }
  return false;
}
