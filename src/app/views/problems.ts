import { CATEGORIES, type Category } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import { PROBLEM_STATUS_CODES, STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import { countFacets } from '../../store/views-facets.ts';
import { type LedgerLine, type LedgerQuery, listLedger, unitOfLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from './area-of.ts';
import { KIND_ORDER, kindName, namedCategory, namedStatus } from './words.ts';

const WAITING = PROBLEM_STATUS_CODES.filter(waitsForUnit);

export interface ProblemsAsked
  extends Pick<
    LedgerQuery,
    | 'statuses'
    | 'categories'
    | 'unitIds'
    | 'kinds'
    | 'channelIds'
    | 'words'
    | 'due'
    | 'moved'
    | 'recurred'
    | 'noticeId'
    | 'sort'
    | 'descending'
  > {
  /** What the caller may see. */
  scope: Scope;
  /** Only what stood in the stock at the end of the day. */
  stockOn?: CalendarDate | null;
  onlyOverdue: boolean;
  page: number;
  size: number;
}

/** One page of the ledger. */
export async function viewProblems(app: App, areaId: string, asked: ProblemsAsked) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const { onlyOverdue, stockOn, page, size, ...query } = asked;
  const { rows, total } = await listLedger(app.db, areaId, {
    ...query,
    stockOn: stockOn ? { day: stockOn, open: STOCK_STATUSES } : null,
    overdue: onlyOverdue ? { before: today, statuses: WAITING } : null,
    limit: size,
    offset: (page - 1) * size,
  });
  return { total, page, size, rows: rows.map((line) => problemLine(line, today)) };
}

/** A line with names put to its codes, late or not on a day. */
export function problemLine(line: LedgerLine, today: CalendarDate) {
  const {
    unitId,
    unitName: _unit,
    atUnitName: _at,
    channelId,
    channelName,
    channelType,
    channelKind,
    category,
    status,
    placeLabel,
    firstFoundOn,
    ...rest
  } = line;
  return {
    ...rest,
    unit: { id: unitId, name: unitOfLine(line) },
    channel:
      channelId && channelName && channelType && channelKind
        ? { id: channelId, name: channelName, type: channelType, kindName: kindName(channelKind) }
        : null,
    category: namedCategory(category),
    status: namedStatus(status),
    place: placeLabel,
    foundOn: firstFoundOn,
    overdue: waitsForUnit(status) && line.dueOn !== null && line.dueOn < today,
  };
}

/** What the ledger can be narrowed by, with the numbers behind each. */
export async function viewProblemFacets(app: App, areaId: string, scope: Scope) {
  await areaOf(app, areaId);
  const { statuses, categories, units, kinds } = await countFacets(app.db, areaId, scope);
  const listed = <T extends string>(codes: readonly T[], counts: ReadonlyMap<string, number>, name: (code: T) => string) =>
    codes.flatMap((code) => (counts.has(code) ? [{ code, name: name(code), count: counts.get(code) as number }] : []));
  return {
    statuses: listed(PROBLEM_STATUS_CODES, statuses, (code) => namedStatus(code).name),
    categories: listed(Object.keys(CATEGORIES) as Category[], categories, (code) => CATEGORIES[code]).toSorted((a, b) => b.count - a.count),
    units: units.map(({ id, name, count }) => ({ code: id, name, count })),
    kinds: listed(KIND_ORDER, kinds, kindName),
    stock: { count: STOCK_STATUSES.reduce((n, status) => n + (statuses.get(status) ?? 0), 0), statuses: [...STOCK_STATUSES] },
  };
}
