import type { RowReader } from '../sheets/row-reader.ts';
import { periodInTitle, periodOf } from './period-words.ts';

/** The period a row states in its own column, else the one in the title of its table; a fault where neither says one. */
export function readPeriod(row: RowReader, title: string): string | undefined {
  const text = row.text('period');
  if (text !== undefined) return periodOf(text) ?? row.fault('period', '看不出是哪个月或季度，应写成：2022年12月、2020年一季度');
  return periodInTitle(title) ?? row.fault('period', '必填，应写成：2022年12月、2020年一季度');
}
