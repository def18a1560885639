import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const DATE_ARRAY = 1182;
/** Not in the driver's list of ids, but it has a parser for it. */
const TEXT_ARRAY = 1009 as unknown as typeof pg.types.builtins.TEXT;
const TIMESTAMPTZ = 1184;

const asDate = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** A moment as the database writes nearly all of them: in whole hours from UTC, to the millisecond. */
const PLAIN_MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d$/;
/** The engine reads its own form of a moment several times as fast as the driver reads the database's. */
const momentOf = (text: string): Date => (PLAIN_MOMENT.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`) : asDate(text));

/** How values arrive: calendar dates as `YYYY-MM-DD`, moments as ISO 8601 in UTC with milliseconds, counts and points as numbers. */
const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [DATE_ARRAY]: pg.types.getTypeParser(TEXT_ARRAY) as (text: string) => unknown,
  [TIMESTAMPTZ]: (text) => momentOf(text).toISOString(),
};

/** For one pool, not for the process: pg-boss shares the driver and expects its own defaults. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format ?? 'text') === 'text' && PARSERS[oid]
      ? PARSERS[oid]
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
