import type { CalendarDate } from '../../core/date.ts';
import type { Limit } from '../../core/limit.ts';
import { type Column, columnName } from '../../subjects/column.ts';
import type { CheckResult, Place } from '../define.ts';

export const columnPlace = (column: Column): Place => ({ type: 'column', id: column.id, label: columnName(column.path), url: column.url });

/** What every finding about a column measures: its name, its parent's (for grouping in the notice), class, level and limit. */
export function columnMeasured(column: Column, limit: Limit | null): CheckResult['measured'] {
  return {
    path: columnName(column.path),
    parent: column.path.length > 1 ? columnName(column.path.slice(0, -1)) : null,
    class: column.class,
    level: column.level,
    limit,
  };
}

/** 12月27日 within the year of `near`, else with the year, as field notices write dates. */
export function shortDate(date: CalendarDate, near: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${date.slice(0, 4) === near.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
}
