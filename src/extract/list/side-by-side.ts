import { type CalendarDate, daysBetween } from '../../core/date.ts';
import { isHidden } from '../markup/hidden.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import { hasPictureHeading } from './blocks.ts';
import { endOf, type Group, startOf } from './groups.ts';
import type { RecordRange } from './record-range.ts';
import { isSameForm } from './row-form.ts';
import { type Survey, within } from './survey.ts';

/** The days a group shows, in reading order; empty when some entries show none or are set apart as pinned. */
export type DaysOf = (group: Group) => readonly CalendarDate[];

/** Fewer entries in a column say nothing about its order. */
const FEWEST = 2;
const MOST_COLUMNS = 4;
/** Levels climbed from a column to where it and its neighbour part. */
const MOST_LEVELS = 6;
/** Days between the end of one column and the start of the next that are always taken for the ordinary pause of a list. */
const PAUSE_DAYS = 14;
/** Titles of table columns, the only words that may stand above the entries of each half. */
const COLUMN_TITLE =
  /^(?:序号|编号|标题|信息标题|名称|信息名称|文件名称|文号|索引号|来源|发布(?:机构|单位|部门)|(?:发布|公开|成文|更新)?(?:日期|时间))$/;
const MOST_COLUMN_TITLES = 6;

/**
 * One list set in two or more columns whose wrappers are called differently (left and right, fl and fr) is one list. The rows
 * must be of one form, the columns neighbours without a heading of their own, and their days must run on from column to
 * column, or row by row across them: another column of the site, set beside, does neither.
 */
export function joinSideBySide(groups: readonly Group[], survey: Survey, daysOf: DaysOf): Group[] {
  const candidates = groups.filter((group) => isColumn(group, survey));
  const byStart = new Map<number, Group[]>();
  for (const group of candidates) byStart.set(startOf(group), [...(byStart.get(startOf(group)) ?? []), group]);
  const absorbed = new Set<Group>();
  const joined = new Map<Group, Group>();
  for (const first of [...candidates].sort((a, b) => startOf(a) - startOf(b))) {
    if (absorbed.has(first)) continue;
    const columns = neighbours(first, byStart, survey);
    for (let n = columns.length; n >= 2; n--) {
      const records = inOrder(columns.slice(0, n), daysOf);
      if (records === null) continue;
      joined.set(first, { ...first, records });
      for (const column of columns.slice(1, n)) absorbed.add(column);
      break;
    }
  }
  return groups.filter((group) => !absorbed.has(group)).map((group) => joined.get(group) ?? group);
}

function isColumn(group: Group, survey: Survey): boolean {
  const { records, beside } = group;
  return records.length >= FEWEST && beside === null && within(survey.dates, startOf(group), endOf(group)) >= records.length;
}

/** The column and those that follow it side by side. */
function neighbours(first: Group, byStart: ReadonlyMap<number, readonly Group[]>, survey: Survey): Group[] {
  const columns = [first];
  for (let last = first; columns.length < MOST_COLUMNS; ) {
    const next = nextColumn(first, last, byStart, survey);
    if (next === undefined) break;
    columns.push(next);
    last = next;
  }
  return columns;
}

function nextColumn(first: Group, last: Group, byStart: ReadonlyMap<number, readonly Group[]>, survey: Survey): Group | undefined {
  for (let gap = 0, at = endOf(last); gap <= MOST_COLUMN_TITLES; gap++, at++) {
    const next = byStart.get(at)?.find((group) => areNeighbours(last, group, survey) && isSameForm(first, group, survey));
    if (next !== undefined) return next;
    if (!isColumnTitle(at, survey)) return undefined;
  }
  return undefined;
}

function isColumnTitle(at: number, survey: Survey): boolean {
  return COLUMN_TITLE.test(squeeze(survey.layout.leaves[at]?.text ?? ''));
}

function areNeighbours(a: Group, b: Group, survey: Survey): boolean {
  let [left, right]: [Box, Box] = [a.box, b.box];
  for (let level = 0; level < MOST_LEVELS && left !== right; level++) {
    if (left.tag !== right.tag || isHidden(left) !== isHidden(right)) return false;
    if (left.parent === right.parent) {
      return opensWithEntries(left, a, survey) && !hasPictureHeading(a.box, left) && !hasPictureHeading(b.box, right);
    }
    if (left.parent === null || right.parent === null) return false;
    left = left.parent;
    right = right.parent;
  }
  return false;
}

/** What opens the wrapper of one column before its entries is the heading of that column alone. */
function opensWithEntries(wrapper: Box, group: Group, survey: Survey): boolean {
  for (let at = wrapper.from; at < startOf(group); at++) if (!isColumnTitle(at, survey)) return false;
  return true;
}

/** The entries of all columns as a reader takes them, when their days say how; null when these are lists of their own. */
function inOrder(columns: readonly Group[], daysOf: DaysOf): RecordRange[] | null {
  const days = columns.map(daysOf);
  if (days.some((column, i) => column.length !== columns[i]?.records.length)) return null;
  const lengths = days.map(({ length }) => length);
  if (Math.max(...lengths) - Math.min(...lengths) <= 1 && isNewestFirst(across(days))) return across(columns.map(({ records }) => records));
  return isNewestFirst(days.flat()) && days.every((column, i) => i === 0 || runsOn(days[i - 1] ?? [], column, days[i - 1] ?? []))
    ? columns.flatMap(({ records }) => records)
    : null;
}

/** Row by row over columns. */
function across<T>(columns: readonly (readonly T[])[]): T[] {
  const rows = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column.slice(row, row + 1))).flat();
}

function isNewestFirst(days: readonly CalendarDate[]): boolean {
  return days.every((day, i) => i === 0 || day <= (days[i - 1] as CalendarDate));
}

/**
 * No longer a pause between two parts of a list, newer and older, than twice the longest within `usual`: a column long asleep is
 * no second half of a busy one.
 */
export function runsOn(newer: readonly CalendarDate[], older: readonly CalendarDate[], usual: readonly CalendarDate[]): boolean {
  const pauses = usual.slice(1).map((day, i) => daysBetween(day, usual[i] as CalendarDate));
  const gap = daysBetween(older[0] as CalendarDate, newer[newer.length - 1] as CalendarDate);
  return gap <= Math.max(PAUSE_DAYS, 2 * Math.max(0, ...pauses));
}
