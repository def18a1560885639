import type { CalendarDate } from '../../src/core/date.ts';

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2022-12-27 09:00`, the time of Beijing wherever the reader sits. */
export function moment(instant: string): string {
  const part = Object.fromEntries(MOMENT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** `2022年12月27日`, as a day is written in a sentence; tables keep `2022-12-27`, which lines up. */
export function dayInWords(day: CalendarDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `88.6%`, `100%`; a dash where there is no base. */
export function percent(value: number | null): string {
  return value === null ? '—' : value === 100 || value === 0 ? `${value}%` : `${value.toFixed(1)}%`;
}

/** A pass rate; that nobody could be judged is told as that, never as 0. */
export function rateText({ base, percent: value }: { base: number; percent: number | null }): string {
  return value === null && base > 0 ? '均未能认定' : percent(value);
}

export function bytes(count: number): string {
  return count < 1024 * 1024 ? `${Math.max(1, Math.round(count / 1024))} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}
