import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import { type Scope, WHOLE_AREA } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { type Areas, type Days, dayIn, inAreas } from './in-areas.ts';
import { problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';
import type { LedgerMove } from './tables/ledger-moves.ts';

/** A line of the ledger with the names a reader needs. */
export interface LedgerLine {
  id: string;
  areaId: string;
  unitId: string;
  unitName: string;
  /** The sub-unit it lies with, where another is charged. */
  atUnitName: string | null;
  channelId: string | null;
  channelName: string | null;
  channelType: 'site' | 'account' | null;
  channelKind: string | null;
  category: Category;
  status: ProblemStatus;
  placeLabel: string;
  placeUrl: string | null;
  text: string;
  firstFoundOn: CalendarDate;
  lastActOn: CalendarDate;
  dueOn: CalendarDate | null;
  dueProvisional: boolean;
  periods: number;
}

export interface LedgerQuery {
  statuses: readonly string[];
  categories: readonly string[];
  unitIds: readonly string[];
  /** What the caller may see; absent = everything. */
  scope?: Scope;
  kinds: readonly string[];
  channelIds: readonly string[];
  words: string | null;
  /** Only what is waiting in one of the statuses and was due before the day. */
  overdue: { before: Days; statuses: readonly string[] } | null;
  /** Only what is waiting in one of these statuses and is due on the day, or up to this many days after it. */
  soon?: { from: Days; days: number; statuses: readonly string[] } | null;
  /** Only what is due on the day. */
  due?: CalendarDate | null;
  /** Only what crossed the border of the stock on one of the days (`from` null = from the beginning). */
  moved?: { move: LedgerMove; from: CalendarDate | null; to: CalendarDate } | null;
  /** Only what stood in the stock at the end of the day; `open` are the statuses of the stock. */
  stockOn?: { day: CalendarDate; open: readonly string[] } | null;
  /** Only places that had had the same problem before. */
  recurred?: boolean;
  /** Only what this notice handed over. */
  noticeId?: string | null;
  sort: 'found' | 'due' | 'act' | 'unit' | 'periods';
  descending: boolean;
  limit: number;
  offset: number;
}

const SORTS: Record<LedgerQuery['sort'], RawBuilder<unknown>> = {
  found: sql`p.first_found_on`,
  due: sql`p.due_on`,
  act: sql`p.last_act_on`,
  unit: sql`u.position`,
  periods: sql`p.periods`,
};

/** One page of the ledger of an area, or of several as one, and how many lines match in all. Ties always stand in the same order. */
export async function listLedger(db: Db, areas: Areas, query: LedgerQuery): Promise<{ rows: LedgerLine[]; total: number }> {
  const where = sql`where ${inAreas(sql`p.area_id`, areas)} ${narrow(areas, query)}`;
  const [page, count] = await Promise.all([
    // Names are put to the lines of the page alone, not to the 100,000 it is chosen from.
    sql<LedgerLine>`
      with page as (${typeof areas === 'string' ? pageOfOne(areas, query) : pageOfSeveral(areas, query)})
      select ${fields} ${joined} join page on page.id = p.id where ${inAreas(sql`p.area_id`, areas)} order by page.place`.execute(db),
    sql<{ total: number }>`select count(*) as total from problem p ${where}`.execute(db),
  ]);
  return { rows: page.rows, total: count.rows[0]?.total ?? 0 };
}

/** As an index has them: only days that may be missing say where those without one stand. */
const directionOf = ({ descending, sort }: LedgerQuery): RawBuilder<unknown> =>
  descending ? (sort === 'due' ? sql`desc nulls last` : sql`desc`) : sql`asc`;

function pageOfOne(areaId: string, query: LedgerQuery): RawBuilder<unknown> {
  const order = sql`${SORTS[query.sort]} ${directionOf(query)}, u.position, p.first_found_on desc, p.id`;
  return sql`
    select l.id, row_number() over () as place from (
      select p.id from problem p join unit u on u.area_id = p.area_id and u.id = p.unit_id
      where p.area_id = ${areaId} ${narrow(areaId, query)} order by ${order} limit ${query.limit} offset ${query.offset}
    ) l`;
}

/** The first of each area, read in the order of its index, and of those the page: not all lines of all areas are sorted for 20. */
function pageOfSeveral(areaIds: readonly string[], query: LedgerQuery): RawBuilder<unknown> {
  const direction = directionOf(query);
  // By unit = by area and within it by unit.
  const key = query.sort === 'unit' ? sql`area_position` : sql`key`;
  return sql`
    select l.id, row_number() over () as place from (
      select first.id from unnest(${areaIds}::text[]) with ordinality a (area_id, area_position)
      cross join lateral (
        select p.id, p.first_found_on, u.position, ${SORTS[query.sort]} as key
        from problem p join unit u on u.area_id = p.area_id and u.id = p.unit_id
        where p.area_id = a.area_id ${narrow(areaIds, query)}
        order by key ${direction}, u.position, p.first_found_on desc, p.id limit ${query.offset + query.limit}
      ) first
      order by ${key} ${direction}, area_position, position ${query.sort === 'unit' ? direction : sql`asc`}, first_found_on desc, id
      limit ${query.limit} offset ${query.offset}
    ) l`;
}

/** One line by id; null when the area has no such problem, or none that the scope shows. */
export async function findLedgerLine(db: Db, areaId: string, problemId: string, scope: Scope = WHOLE_AREA): Promise<LedgerLine | null> {
  const { rows } = await sql<LedgerLine>`
    select ${fields} ${joined} where p.area_id = ${areaId} and p.id = ${problemId}${problemsVisible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Lines by id, for those of the ids that the area has. */
export async function linesById(db: Db, areaId: string, ids: readonly string[]): Promise<Map<string, LedgerLine>> {
  const { rows } = await sql<LedgerLine>`
    select ${fields} ${joined} where p.area_id = ${areaId} and p.id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Columns and joins of a line, for lists that ask more of it. */
export { fields as lineFields, joined as lineJoins };

/** Both names where a sub-unit's problem is charged to the unit above it: 大阿镇（大阿居委会）. */
export const unitOfLine = ({ unitName, atUnitName }: Pick<LedgerLine, 'unitName' | 'atUnitName'>): string =>
  atUnitName === null ? unitName : `${unitName}（${atUnitName}）`;

const fields = sql`
  p.id, p.area_id, p.unit_id, u.name as unit_name, au.name as at_unit_name, p.channel_id, c.name as channel_name, c.type as channel_type, c.kind as channel_kind,
  p.category, p.status, p.place_label, p.place_url, p.text, p.first_found_on, p.last_act_on, p.due_on, p.due_provisional, p.periods`;

const joined = sql`
  from problem p
  join unit u on u.area_id = p.area_id and u.id = p.unit_id
  left join unit au on au.area_id = p.area_id and au.id = p.at_unit_id
  left join (
    select area_id, id, name, 'site' as type, kind from site
    union all
    select area_id, id, name, 'account', platform from account
  ) c on c.area_id = p.area_id and c.id = p.channel_id`;

const problemsMoved = (areas: Areas, { move, from, to }: NonNullable<LedgerQuery['moved']>) => sql`
  select m.problem_id from ledger_move m
  where ${inAreas(sql`m.area_id`, areas)} and m.move = ${move} and m.day <= ${to}${from === null ? sql`` : sql` and m.day >= ${from}`}`;

/** `and …` on problem `p` alone: what asks for names of units and channels asks it once, not for every problem. */
function narrow(areas: Areas, query: LedgerQuery): RawBuilder<unknown> {
  const within = inAreas(sql`area_id`, areas);
  const parts: RawBuilder<unknown>[] = [];
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) => {
    if (values.length > 0) parts.push(sql`and ${column} = any(${values}::text[])`);
  };
  oneOf(sql`p.status`, query.statuses);
  oneOf(sql`p.category`, query.categories);
  if (query.unitIds.length > 0)
    parts.push(sql`and (p.unit_id = any(${query.unitIds}::text[]) or p.at_unit_id = any(${query.unitIds}::text[]))`);
  if (query.scope) parts.push(problemsVisible(query.scope));
  oneOf(sql`p.channel_id`, query.channelIds);
  if (query.kinds.length > 0)
    parts.push(sql`and p.channel_id in (
      select id from site where ${within} and kind = any(${query.kinds}::text[])
      union all select id from account where ${within} and platform = any(${query.kinds}::text[]))`);
  if (query.overdue)
    parts.push(sql`and p.status = any(${query.overdue.statuses}::text[]) and p.due_on < ${dayIn(sql`p.area_id`, query.overdue.before)}`);
  if (query.soon) {
    const { from, days, statuses } = query.soon;
    const day = dayIn(sql`p.area_id`, from);
    parts.push(sql`and p.status = any(${statuses}::text[]) and p.due_on >= ${day} and p.due_on <= ${day} + ${days}::int`);
  }
  if (query.due) parts.push(sql`and p.due_on = ${query.due}`);
  if (query.noticeId)
    parts.push(sql`and p.id in (
      select problem_id from problem_event where ${within} and act = 'handed_over' and data ->> 'notice' = ${query.noticeId})`);
  if (query.recurred) parts.push(sql`and p.recurrence_of is not null`);
  if (query.moved) parts.push(sql`and p.id in (${problemsMoved(areas, query.moved)})`);
  if (query.stockOn) {
    const { day, open } = query.stockOn;
    // What is out of it today and was not acted on since was out of it then; of the few others each takes one step.
    parts.push(sql`and p.first_found_on <= ${day} and (p.status = any(${open}::text[]) or p.last_act_on > ${day})
      and (select m.move <> 'closed' from ledger_move m where m.problem_id = p.id and m.day <= ${day} order by m.seq desc limit 1)`);
  }
  // `strpos`, not `like`: what the user types may hold % and _.
  const { words } = query;
  if (words) {
    const units = sql`select id from unit where ${within} and strpos(concat_ws(' ', name, array_to_string(aliases, ' ')), ${words}) > 0`;
    parts.push(sql`and (strpos(p.text, ${words}) > 0 or strpos(p.place_label, ${words}) > 0 or p.unit_id in (${units}) or p.at_unit_id in (${units})
      or p.channel_id in (
        select id from site where ${within} and strpos(name, ${words}) > 0
        union all select id from account where ${within} and strpos(name, ${words}) > 0))`);
  }
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
