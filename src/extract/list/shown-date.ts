import type { DateCell } from '../dates/date-cell.ts';

/** A date an entry shows: with year, or a month and day still without one. */
export type ShownDate = Extract<DateCell, { form: 'date' | 'month-day' }> & {
  /** The year stands in a box of its own beside month and day: it may be a number of something else. */
  yearApart?: true;
};
