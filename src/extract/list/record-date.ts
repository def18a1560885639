import { joinDateParts } from '../dates/date-box.ts';
import { type DateCell, readDateCell } from '../dates/date-cell.ts';
import { findDates, isRangeEnd } from '../dates/find-dates.ts';
import { joinLeaves, type Leaf } from '../markup/layout.ts';
import { wholeDate } from './attribute-date.ts';
import { cellsOf } from './column-titles.ts';
import type { RecordRange } from './record-range.ts';
import type { ShownDate } from './shown-date.ts';
import type { Survey } from './survey.ts';

const PUBLISHED =
  /(?:发布|发稿|发表|公开|提交|来信|留言|写信|添加|录入|上传|更新)(?:时间|日期|于)?\s*[:：]?\s*$|^(?:时间|日期)\s*[:：]\s*$/;
const OTHER =
  /(?:截止|截至|成文|发文|印发|生成|回复|答复|办结|办理|处理|实施|施行|生效|有效|失效|废止|报名|活动|会议|开标|结束|开始|开放|起始|访谈|考试|征集)\S{0,6}\s*[:：]?\s*$/;
/** Days until which something lasts are never the day of an entry. */
const LAST_DAY = /(?:截止|截至|失效|废止|有效|结束|到期)\S{0,6}\s*[:：]?\s*$/;
/** 征集时间：2022-12-27至2023-01-26: what is put up for comment is published as its time begins. */
const OPEN_FROM = /(?:起止|征集|征求|公示|公告|意见|反馈)\S{0,4}(?:时间|日期|期限|期|起止)\s*[:：]?\s*$/;
const LABEL_LETTERS = 14;

interface Candidate {
  date: ShownDate;
  rank: number;
  /** Picked out of running text, where a day and month in boxes of their own say more. */
  amid: boolean;
}

/**
 * The date of an entry, as a reader would point at it: outside of the title, standing by itself or with few words.
 * Of several (提交时间 and 回复时间, 成文日期 and 发布日期) the one labelled as published, else the first without another label.
 * `header` are the column titles when the entry is a table row.
 */
export function readShownDate(
  record: RecordRange,
  taken: ReadonlySet<number>,
  survey: Survey,
  header: readonly string[],
): ShownDate | null {
  const { leaves } = survey.layout;
  const found: Candidate[] = [];
  for (const run of runsOf(record, taken, leaves)) {
    const label = `${cellTitle(leaves[run.from] as Leaf, record, header)}${textBefore(run.from, record, leaves)}`;
    for (const candidate of datesInRun(run, label, leaves, survey)) found.push(candidate);
  }
  const best = found.reduce<Candidate | null>((a, b) => (a === null || b.rank > a.rank ? b : a), null);
  if (best?.date.form === 'date' && !best.amid) return isOneOfTwo(best, found) ? { ...best.date, exact: false } : best.date;
  return splitBox(record, taken, leaves, survey) ?? best?.date ?? null;
}

/** Of two days without a word that tells them apart either may be the one of publishing. */
function isOneOfTwo(best: Candidate, found: readonly Candidate[]): boolean {
  const { date, rank } = best;
  const day = date.form === 'date' ? date.date : null;
  return rank < 2 && found.some((other) => other.rank === rank && !other.amid && other.date.form === 'date' && other.date.date !== day);
}

/** The date one text shows, when it is nothing else. */
export function dateAt(at: number, survey: Survey): ShownDate | null {
  return shown(readDateCell(survey.layout.leaves[at]?.text ?? '', survey.today));
}

interface Run {
  from: number;
  to: number;
}

/** Leaves of one line without title leaves in between. */
function runsOf(record: RecordRange, taken: ReadonlySet<number>, leaves: readonly Leaf[]): Run[] {
  const runs: Run[] = [];
  for (let i = record.from; i < record.to; ) {
    if (taken.has(i)) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to < record.to && !taken.has(to) && (leaves[to] as Leaf).line === (leaves[i] as Leaf).line) to++;
    runs.push({ from: i, to });
    i = to;
  }
  return runs;
}

function datesInRun(run: Run, before: string, leaves: readonly Leaf[], survey: Survey): Candidate[] {
  const text = joinLeaves(leaves, run.from, run.to);
  const whole = shown(readDateCell(text, survey.today));
  if (whole)
    return LAST_DAY.test(labelOf(before + text))
      ? []
      : [{ date: wholeDate(whole, leaves[run.from] as Leaf) as ShownDate, rank: leafRank(before, text), amid: false }];
  const found: Candidate[] = [];
  for (let i = run.from; i < run.to; i++) {
    const leaf = leaves[i] as Leaf;
    const cell = shown(readDateCell(leaf.text, survey.today));
    const label = i === run.from ? before : (leaves[i - 1] as Leaf).text;
    if (cell && (cell.form === 'date' || run.to - run.from < 8) && !LAST_DAY.test(labelOf(label + leaf.text)))
      found.push({ date: wholeDate(cell, leaf) as ShownDate, rank: leafRank(label, leaf.text), amid: false });
  }
  if (found.length > 0) return found;
  for (const d of findDates(text)) {
    const ahead = text.slice(0, d.from);
    const behind = text.slice(d.to);
    if (OPEN_FROM.test(labelOf(before + ahead)) && isRangeEnd('', behind))
      found.push({ date: { form: 'date', date: d.date, time: d.time, exact: false }, rank: -2, amid: false });
    if (LAST_DAY.test(labelOf(before + ahead)) || !standsFree(ahead, behind, text.length)) continue;
    found.push({ date: { form: 'date', date: d.date, time: d.time, exact: true }, rank: rankOf(before + ahead), amid: true });
  }
  return found.length > 0 ? found : trailingMonthDay(text, survey);
}

/** 持续到2023年1月9日, 定于2022年12月27日: the day is part of what is told. */
const TOLD = /[到至于在自从即截为由][\u4e00-\u9fff]{0,2}$/;

/** A date inside a sentence (摘要) is not the entry's date; one beside labels and counters is. */
function standsFree(ahead: string, behind: string, length: number): boolean {
  if (TOLD.test(ahead) || isRangeEnd(ahead, behind) || (length > 30 && /[\u4e00-\u9fff，、。；]$/.test(ahead))) return false;
  if (/[:：[(（【]\s*$/.test(ahead) || length <= 30) return !/^\s?[，,、至到—~-]?\s?[\u4e00-\u9fff]{6}/.test(behind) || /^\s/.test(behind);
  return (ahead.trim() === '' && /^\s*(?:$|[\])）】|])/.test(behind)) || behind.trim().length <= 2;
}

/** `… [12-27]` at the end of a line. */
function trailingMonthDay(text: string, survey: Survey): Candidate[] {
  const end = /[[(（【]\s?(\d{1,2}[-/.月]\d{1,2}日?)\s?[\])）】]\s*$/.exec(text) ?? /\s(\d{1,2}[-/月]\d{1,2}日?)$/.exec(text);
  const cell = end && shown(readDateCell(end[1] as string, survey.today));
  return cell ? [{ date: cell, rank: 0, amid: true }] : [];
}

function splitBox(record: RecordRange, taken: ReadonlySet<number>, leaves: readonly Leaf[], survey: Survey): ShownDate | null {
  const parts: DateCell[] = [];
  const tryParts = (): ShownDate | null => {
    for (const size of [3, 2]) {
      for (let i = 0; i + size <= parts.length; i++) {
        const joined = shown(joinDateParts(parts.slice(i, i + size)));
        if (joined) return isYearApart(parts[i], parts[i + 1]) && size === 2 ? { ...joined, yearApart: true } : joined;
      }
    }
    return null;
  };
  for (let i = record.from; i < record.to; i++) {
    if (taken.has(i)) continue;
    const text = (leaves[i] as Leaf).text;
    if (/^[-/.|年月日\s]$/.test(text)) continue;
    const cell = readDateCell(text, survey.today);
    if (cell) parts.push(cell);
    else {
      const joined = tryParts();
      if (joined) return joined;
      parts.length = 0;
    }
  }
  return tryParts();
}

/** 12-27 and 2022: the year may as well be a number of readers. */
function isYearApart(a: DateCell | undefined, b: DateCell | undefined): boolean {
  return (a?.form === 'month-day' && b?.form === 'year') || (a?.form === 'year' && b?.form === 'month-day');
}

function shown(cell: DateCell | null): ShownDate | null {
  return cell !== null && (cell.form === 'date' || cell.form === 'month-day') ? cell : null;
}

/** Eight digits may be a number as well as a day: a day written as such goes before them. */
function leafRank(label: string, text: string): number {
  return Math.min(rankOf(label + text), /^\d{8}$/.test(text) ? 0 : 2);
}

/** 2 published, 1 with year and no label, 0 nothing known, -1 labelled as something else. */
function rankOf(text: string): number {
  const label = labelOf(text);
  if (PUBLISHED.test(label) || /(?:^|\s)(?:时间|日期)$/.test(label)) return 2;
  return OTHER.test(label) ? -1 : 1;
}

/** The words before a date, without the date itself. */
function labelOf(text: string): string {
  return text.replace(/[\d\s:：\-/.年月日[\]（）()【】]+$/, '').slice(-LABEL_LETTERS);
}

function textBefore(at: number, record: RecordRange, leaves: readonly Leaf[]): string {
  if (at <= record.from) return '';
  const text = (leaves[at - 1] as Leaf).text;
  return /[:：]$|(?:时间|日期)$/.test(text) && text.length <= LABEL_LETTERS ? text : '';
}

/** Title of the table column a leaf stands in. */
function cellTitle(leaf: Leaf, record: RecordRange, header: readonly string[]): string {
  if (header.length === 0 || record.box === null) return '';
  for (let box = leaf.box.parent; box !== null && box !== record.box; box = box.parent) {
    if (box.parent === record.box) return header[cellsOf(record.box).indexOf(box)] ?? '';
  }
  return '';
}
