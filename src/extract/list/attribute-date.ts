import type { CalendarDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Leaf } from '../markup/layout.ts';
import { type Box, walk } from '../markup/tree.ts';
import type { ShownDate } from './shown-date.ts';

/** Attributes that templates keep the day of an entry in. */
const DATE_NAME = /^(?:datetime|data-(?:\w+-)?(?:date|time|day|pub\w*|fbsj|fbrq|publish\w*))$/;
const LABELLED = /(?:发布|更新|添加|录入|公开)(?:时间|日期)\s*[:：]/;
/** Boxes of one entry looked into. */
const MOST_BOXES = 60;

/** The day an entry keeps in its attributes only (`title="更新时间：2022-12-27"`, `data-date`); null with none or with several. */
export function dateInAttributes(entry: Box): ShownDate | null {
  const days = new Set<CalendarDate>();
  let boxes = 0;
  for (const { attributes } of walk(entry)) {
    if (++boxes > MOST_BOXES) break;
    for (const [name, value] of Object.entries(attributes)) {
      const day = name === 'title' ? dayOfTitle(value) : DATE_NAME.test(name) ? (findDates(value)[0]?.date ?? null) : null;
      if (day !== null) days.add(day);
    }
  }
  const [day] = days;
  return day !== undefined && days.size === 1 ? { form: 'date', date: day, time: null, exact: false } : null;
}

function dayOfTitle(value: string): CalendarDate | null {
  const cell = readDateCell(value, null);
  if (cell?.form === 'date') return cell.date;
  const label = LABELLED.exec(value);
  return label === null ? null : (findDates(value.slice(label.index))[0]?.date ?? null);
}

/** A short day (12-27) whose element holds the whole one (`title="2022-12-27 09:12"`) is that day. */
export function wholeDate(shown: ShownDate | null, leaf: Leaf): ShownDate | null {
  const attributes = shown?.form === 'month-day' ? (leaf.box.parent?.attributes ?? null) : null;
  if (attributes === null || shown?.form !== 'month-day') return shown;
  const ending = `-${String(shown.month).padStart(2, '0')}-${String(shown.day).padStart(2, '0')}`;
  for (const [name, value] of Object.entries(attributes)) {
    const found = name === 'title' || DATE_NAME.test(name) ? findDates(value)[0] : undefined;
    if (found?.date.endsWith(ending)) return { form: 'date', date: found.date, time: found.time, exact: true };
  }
  return shown;
}
