import { type CalendarDate, chineseDate } from '../../core/date.ts';

/** 4月9日: the year is that of the period and stands in the title. */
export const monthDay = (date: CalendarDate): string => chineseDate(date).replace(/^\d+年/, '');
