import { type CalendarDate, isCalendarDate, weekdayOf } from './date.ts';
import { type InputFault, MingchaError } from './error.ts';

/** Where a row comes from: seen in public copies of the notice, document number from memory only, entered by an operator. */
export type WorkYearMark = 'copy' | 'memory' | 'operator';

/** 放假安排 of one year: what differs from the plain week. */
export interface WorkYear {
  year: number;
  /** The notice it rests on: 国办发明电〔2025〕7号（2025-11-04）. */
  source: string;
  mark: WorkYearMark;
  /** Days off; weekend days may be listed, only weekdays matter. */
  holidays: readonly CalendarDate[];
  /** 调休上班: weekend days that are worked. */
  workdays: readonly CalendarDate[];
}

export const isWeekend = (day: CalendarDate): boolean => weekdayOf(day) % 6 === 0;

/** A New Year's arrangement may reach into the last week of the year before (29 December 2018 was worked by the notice for 2019). */
export const YEAR_END_FROM = '12-25';

function faultOf(row: WorkYear, day: string, kind: 'holidays' | 'workdays'): string | null {
  if (!isCalendarDate(day)) return '不是有效日期，应写成 2027-10-01 的形式';
  if (!day.startsWith(`${row.year}-`) && day < `${row.year - 1}-${YEAR_END_FROM}`) return `不属于${row.year}年的放假安排`;
  if (day > `${row.year}-12-31`) return `不属于${row.year}年的放假安排`;
  if (kind === 'workdays' && !isWeekend(day)) return '调休上班日应为周六或周日';
  if (kind === 'workdays' && row.holidays.includes(day)) return '同一天既放假又上班，请核对放假通知';
  return null;
}

/** Checks a row entered by an operator; throws `bad-input` naming every wrong day. */
export function checkWorkYear(row: WorkYear): WorkYear {
  const faults: InputFault[] = [];
  if (!Number.isInteger(row.year) || row.year < 2000 || row.year > 2100)
    faults.push({ field: 'year', value: String(row.year), message: '年份应为四位数字，如 2027' });
  if (row.source.trim() === '') faults.push({ field: 'source', message: '请填写放假通知的文号和日期' });
  if (row.holidays.length === 0) faults.push({ field: 'holidays', message: '没有放假日；法定节假日每年都有，请按放假通知填写' });
  for (const kind of ['holidays', 'workdays'] as const)
    for (const day of row[kind]) {
      const message = faultOf(row, day, kind);
      if (message) faults.push({ field: kind, value: day, message: `“${day}”${message}` });
    }
  if (faults.length)
    throw new MingchaError(
      'bad-input',
      `${row.year}年放假安排有${faults.length}处不对，没有保存。`,
      '请对照国务院办公厅放假通知改正后重试。',
      {
        faults,
      },
    );
  return row;
}
