import { CATEGORIES, type Category } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { PROBLEM_STATUS_CODES, STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import { countFacets } from '../../store/views-facets.ts';
import { type LedgerLine, type LedgerQuery, listLedger, unitOfLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { daysOf, type Range } from './range.ts';
import { KIND_ORDER, kindName, namedCategory, namedStatus } from './words.ts';

/** 即将到期: due today or within this many days after it. */
export const SOON_DAYS = 7;
/** Stands for no last day: everything until now. */
export const LAST_DAY: CalendarDate = '9999-12-31';
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
  /** Only what stood in the stock at the end of the day. */
  stockOn?: CalendarDate | null;
  onlyOverdue: boolean;
  /** Only what is due within SOON_DAYS. */
  onlySoon?: boolean;
  page: number;
  size: number;
}

/** One page of the ledger of the areas looked at, each line with the name of its area and late or not on the day of that area. */
export async function viewProblems(app: App, { seen, areas, scope }: Range, asked: ProblemsAsked) {
  const { onlyOverdue, onlySoon = false, stockOn, page, size, ...query } = asked;
  const { rows, total } = await listLedger(app.db, areas, {
    ...query,
    scope,
    stockOn: stockOn ? { day: stockOn, open: STOCK_STATUSES } : null,
    overdue: onlyOverdue ? { before: daysOf(seen), statuses: WAITING } : null,
    soon: onlySoon ? { from: daysOf(seen), days: SOON_DAYS, statuses: WAITING } : null,
    limit: size,
    offset: (page - 1) * size,
  });
  return { total, page, size, rows: rows.map((line) => ofArea(line, seen)) };
}

function ofArea(line: LedgerLine, seen: Range['seen']) {
  const area = seen.find(({ id }) => id === line.areaId) as Range['seen'][number];
  return { ...problemLine(line, area.today), area: { code: area.id, name: area.name } };
}

/** A line with names put to its codes, late or not on a day. */
export function problemLine(line: LedgerLine, today: CalendarDate) {
  const {
    areaId: _area,
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
export async function viewProblemFacets(app: App, { seen, areas, scope }: Range) {
  const { areas: byArea, statuses, categories, units, kinds } = await countFacets(app.db, areas, scope);
  const listed = <T extends string>(codes: readonly T[], counts: ReadonlyMap<string, number>, name: (code: T) => string) =>
    codes.flatMap((code) => (counts.has(code) ? [{ code, name: name(code), count: counts.get(code) as number }] : []));
  return {
    areas: seen.map(({ id, name }) => ({ code: id, name, count: byArea.get(id) ?? 0 })),
    statuses: listed(PROBLEM_STATUS_CODES, statuses, (code) => namedStatus(code).name),
    categories: listed(Object.keys(CATEGORIES) as Category[], categories, (code) => CATEGORIES[code]).toSorted((a, b) => b.count - a.count),
    units: units.map(({ id, name, areaId, count }) => ({ code: id, name, area: areaId, count })),
    kinds: listed(KIND_ORDER, kinds, kindName),
    stock: { count: STOCK_STATUSES.reduce((n, status) => n + (statuses.get(status) ?? 0), 0), statuses: [...STOCK_STATUSES] },
  };
}
