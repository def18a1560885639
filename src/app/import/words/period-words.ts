import { fold } from './fold.ts';
import { smallNumber } from './number.ts';

const QUARTER = '(\\d{4})年?第?([一二三四1-4])季度?|(\\d{4})[-年]?Q([1-4])';
const MONTH = '(\\d{4})年(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?';
const MONTH_DIGITS = '(\\d{4})[-./]?(\\d{1,2})';

/**
 * A reporting period as offices write it → its id: 2020年一季度, 2020年第1季度, 2020-Q1 → `2020-Q1`;
 * 2022年12月, 2022-12, 202212 → `2022-12`. Null when there is none.
 */
export function periodOf(text: string): string | null {
  return find(text, `^(?:${QUARTER})$`, `^${MONTH}$`) ?? find(text, null, `^${MONTH_DIGITS}$`);
}

/** The period named in a table's title (2020年一季度全县政务公开监测情况统计表); null when it names none. */
export function periodInTitle(text: string): string | null {
  return find(text, QUARTER, MONTH);
}

function find(text: string, quarterForm: string | null, monthForm: string): string | null {
  const bare = fold(text).replace(/ /g, '');
  const quarter = quarterForm === null ? null : new RegExp(quarterForm, 'i').exec(bare);
  if (quarter) return `${quarter[1] ?? quarter[3]}-Q${smallNumber((quarter[2] ?? quarter[4]) as string)}`;
  const match = new RegExp(monthForm).exec(bare);
  const month = match ? smallNumber(match[2] as string) : null;
  return match && month !== null && month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null;
}
