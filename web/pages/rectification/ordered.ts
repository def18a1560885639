import type { Search } from '../../app/search.ts';
import type { ReportRow } from './page.tsx';

/** From what waits longest to what is done. */
const STATES: readonly string[] = ['answers_missing', 'ready', 'late', 'returned'];
const COMPARE: Readonly<Record<string, (a: ReportRow, b: ReportRow) => number>> = {
  unit: (a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN'),
  problems: (a, b) => a.problems - a.answered - (b.problems - b.answered),
  due: (a, b) => (a.due ?? '').localeCompare(b.due ?? ''),
  state: (a, b) => STATES.indexOf(b.state.code) - STATES.indexOf(a.state.code) || a.lateWorkingDays - b.lateWorkingDays,
};

/** In the order the address asks for; in printing order where it asks for none. */
export function ordered(rows: readonly ReportRow[], { sort, order }: Search): readonly ReportRow[] {
  const compare = COMPARE[sort ?? ''];
  if (!compare) return rows;
  const sign = order === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(a, b));
}
