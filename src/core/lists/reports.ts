/** What narrows and orders 整改情况扫描件, on the page and in its workbook. */
export interface ReportsAsked {
  state?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
}

interface Report {
  unit: { name: string };
  problems: number;
  answered: number;
  due: string | null;
  state: { code: string };
  lateWorkingDays: number;
}

/** The units' reports asked for, in the order asked for; in printing order where none is. */
export function listedReports<R extends Report>(rows: readonly R[], { state, sort, order }: ReportsAsked): readonly R[] {
  const wanted = state ? rows.filter((row) => row.state.code === state) : rows;
  const compare = COMPARE[sort ?? ''];
  if (!compare) return wanted;
  const sign = order === 'asc' ? 1 : -1;
  return wanted.toSorted((a, b) => sign * compare(a, b));
}

/** From what waits longest to what is done. */
const STATES: readonly string[] = ['answers_missing', 'ready', 'late', 'returned'];
const COMPARE: Readonly<Record<string, (a: Report, b: Report) => number>> = {
  unit: (a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN'),
  problems: (a, b) => a.problems - a.answered - (b.problems - b.answered),
  due: (a, b) => (a.due ?? '').localeCompare(b.due ?? ''),
  state: (a, b) => STATES.indexOf(b.state.code) - STATES.indexOf(a.state.code) || a.lateWorkingDays - b.lateWorkingDays,
};
