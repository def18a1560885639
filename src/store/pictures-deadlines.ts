import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { inScope } from './in-scope.ts';
import { problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';

/** Days from `from` to `to`, both counted; what was due earlier is asked for apart. */
export interface DaySpan {
  from: CalendarDate;
  to: CalendarDate;
}

/** Problems of one unit that wait for it and are due on a day. */
export interface ProblemsDue {
  day: CalendarDate;
  unitName: string;
  count: number;
  provisional: boolean;
}

/** Problems in the given states by the day they are due and unit, both ends of the span included. */
export async function problemsDue(
  db: Db,
  areaId: string,
  scope: Scope,
  waiting: readonly string[],
  { from, to }: DaySpan,
): Promise<ProblemsDue[]> {
  const { rows } = await sql<ProblemsDue>`
    select p.due_on as day, u.name as unit_name, count(*) as count, bool_or(p.due_provisional) as provisional
    from problem p join unit u on u.area_id = p.area_id and u.id = p.unit_id
    where p.area_id = ${areaId} and p.status = any(${waiting}::text[]) and p.due_on between ${from} and ${to}
      ${problemsVisible(scope)}
    group by p.due_on, u.name, u.position order by p.due_on, count(*) desc, u.position`.execute(db);
  return rows;
}

/** How many problems that wait for their unit were due before a day. */
export async function countLate(db: Db, areaId: string, scope: Scope, waiting: readonly string[], before: CalendarDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from problem p
    where p.area_id = ${areaId} and p.status = any(${waiting}::text[]) and p.due_on < ${before}
      ${problemsVisible(scope)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A requirement of a notice that some of its addressees still owe. */
export interface TasksDue {
  day: CalendarDate;
  noticeId: string;
  heading: string;
  notice: string;
  open: number;
  provisional: boolean;
}

/** Open requirements by notice and day; those due before the span are in it as well, on their own day. */
export async function tasksDue(db: Db, areaId: string, scope: Scope, to: CalendarDate): Promise<TasksDue[]> {
  const { rows } = await sql<TasksDue>`
    select t.due_on as day, t.notice_id, t.heading, n.title as notice, count(*) as open, bool_or(t.due_provisional) as provisional
    from notice_task t join notice n on n.id = t.notice_id
    where t.area_id = ${areaId} and t.done_at is null and t.due_on <= ${to}${inScope(scope, sql`t.unit_id`, null)}
    group by t.due_on, t.notice_id, t.heading, n.title order by t.due_on, n.title, t.heading`.execute(db);
  return rows;
}

/** An exemption in force (豁免) and the last day it holds. */
export interface ExemptionEnd {
  day: CalendarDate;
  problemId: string;
  unitName: string;
  placeLabel: string;
}

/** Exemptions whose last day lies in the span, both ends included. */
export async function exemptionsEnding(db: Db, areaId: string, scope: Scope, { from, to }: DaySpan): Promise<ExemptionEnd[]> {
  const { rows } = await sql<ExemptionEnd>`
    select e.until as day, p.id as problem_id, u.name as unit_name, p.place_label
    from problem p
    join unit u on u.area_id = p.area_id and u.id = p.unit_id
    cross join lateral (
      select (e.data ->> 'until')::date as until from problem_event e
      where e.problem_id = p.id and e.act = 'exempted' order by e.seq desc limit 1
    ) e
    where p.area_id = ${areaId} and p.status = 'exempted' and e.until between ${from} and ${to}
      ${problemsVisible(scope)}
    order by e.until, u.position, p.id`.execute(db);
  return rows;
}
