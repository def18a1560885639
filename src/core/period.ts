import { addDays, addMonths, type CalendarDate } from './date.ts';
import { MingchaError } from './error.ts';

export const PERIOD_KINDS = ['month', 'quarter'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** 期: a month or quarter that a notice reports on. The cut-off is the notice's and stands apart. */
export interface Period {
  kind: PeriodKind;
  /** 2022-12, 2020-Q1; ids of one kind sort as text. */
  id: string;
  /** 2022年12月, 2020年一季度. */
  label: string;
  from: CalendarDate;
  to: CalendarDate;
}

const QUARTERS = ['一', '二', '三', '四'];

function build(year: number, kind: PeriodKind, index: number): Period {
  const length = kind === 'month' ? 1 : 3;
  const from = `${year}-${String((index - 1) * length + 1).padStart(2, '0')}-01`;
  const id = kind === 'month' ? from.slice(0, 7) : `${year}-Q${index}`;
  const label = kind === 'month' ? `${year}年${index}月` : `${year}年${QUARTERS[index - 1]}季度`;
  return { kind, id, label, from, to: addDays(addMonths(from, length), -1) };
}

/** The month or quarter a day lies in. */
export function periodOf(kind: PeriodKind, day: CalendarDate): Period {
  const month = Number(day.slice(5, 7));
  return build(Number(day.slice(0, 4)), kind, kind === 'month' ? month : Math.ceil(month / 3));
}

/** Reads `2022-12` or `2020-Q1`. @throws bad-input for anything else. */
export function parsePeriod(id: string): Period {
  const match = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(id);
  if (!match) throw new MingchaError('bad-input', `“${id}”不是有效的期`, '月度写作 2022-12，季度写作 2020-Q1');
  return match[2] ? build(Number(match[1]), 'month', Number(match[2])) : build(Number(match[1]), 'quarter', Number(match[3]));
}

/** The period of the same kind before or after this one. */
export function previousPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.from, -1));
}

/** The period of the same kind that begins the day after. */
export function nextPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.to, 1));
}
