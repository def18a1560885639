import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { lastDayWithin, limitName } from '../../core/limit.ts';
import type { Channel } from '../../subjects/channel.ts';
import { type Column, columnName } from '../../subjects/column.ts';
import type { Register } from '../../subjects/register.ts';
import { activeOn } from '../../subjects/unit.ts';

/** Names offered at most; any other can be typed. */
const NAMES_OFFERED = 200;

export interface ColumnChoice {
  tried: Column[];
  /** The limit of their own that the columns tried share; null = they were chosen by name and have several. */
  own: string | null;
  limits: { limit: string; name: string; columns: number }[];
  names: { name: string; columns: number }[];
}

/**
 * Which columns a limit is tried on: those with a limit of their own that is asked for, of a name, or both; where nothing is asked, those
 * with the shortest limit, since a count of days says something about them. Throws 'not-found' where there is none.
 */
export function chosenColumns(
  { columns }: Pick<Register, 'columns'>,
  inBase: readonly Channel[],
  day: CalendarDate,
  { own, column: name }: { own?: string | undefined; column?: string | undefined },
): ColumnChoice {
  const sites = new Set(inBase.map(({ id }) => id));
  const due = columns.filter(
    ({ siteId, limit, url, ...span }) => limit !== null && url !== null && sites.has(siteId) && activeOn(span, day),
  );
  const counts = countsOf(due.map(({ limit }) => limit as string));
  const limits = [...counts.keys()].toSorted((a, b) => (lastDayWithin(day, a) < lastDayWithin(day, b) ? -1 : 1));
  const wanted = own ?? (name === undefined ? limits[0] : undefined);
  const tried = due.filter(
    ({ limit, path }) => (wanted === undefined || limit === wanted) && (name === undefined || columnName(path) === name),
  );
  if (tried.length === 0)
    throw new MingchaError('not-found', '没有这样的栏目：没有登记更新时限，或者不在本期基数之内。', '请另选时限或者栏目名称。');
  const shared = new Set(tried.map(({ limit }) => limit));
  return {
    tried,
    own: shared.size === 1 ? (tried[0]?.limit ?? null) : null,
    limits: limits.map((limit) => ({ limit, name: limitName(limit), columns: counts.get(limit) ?? 0 })),
    names: [...countsOf(due.map(({ path }) => columnName(path)))]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, NAMES_OFFERED)
      .map(([text, count]) => ({ name: text, columns: count })),
  };
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
