import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { problemsOwned } from './problem-scope.ts';
import type { Db } from './schema.ts';

/** Hand-overs of one issued notice, or those of a span that went with no notice: whatever went with one is reported with it. */
export type HandOvers = { notice: string } | { from: CalendarDate; to: CalendarDate };

/** A problem handed over, with the unit's last word since the last such hand-over. */
export interface HandedProblem {
  id: string;
  unitId: string;
  atUnitId: string | null;
  placeLabel: string;
  text: string;
  status: ProblemStatus;
  /** Last permitted day as that hand-over set it. */
  due: CalendarDate | null;
  saidAct: 'reported_fixed' | 'disputed' | null;
  saidOn: CalendarDate | null;
  saidWords: string | null;
  saidBy: string | null;
}

/** Problems of a scope that were handed over so; of thousands only what a report says of them is read, not their histories. */
export async function handedProblems(db: Db, areaId: string, of: HandOvers, scope: Scope): Promise<HandedProblem[]> {
  const meant =
    'notice' in of ? sql`data ->> 'notice' = ${of.notice}` : sql`data ->> 'notice' is null and day >= ${of.from} and day <= ${of.to}`;
  const { rows } = await sql<HandedProblem>`
    with handed as (
      select distinct on (problem_id) problem_id, seq, data ->> 'due' as due from problem_event
      where area_id = ${areaId} and act = 'handed_over' and ${meant}
      order by problem_id, seq desc
    )
    select p.id, p.unit_id, p.at_unit_id, p.place_label, p.text, p.status, h.due, said.act as said_act, said.day as said_on,
      said.reason as said_words, said.by_name as said_by
    from handed h
    join problem p on p.area_id = ${areaId} and p.id = h.problem_id${problemsOwned(scope)}
    left join lateral (
      select e.act, e.day, e.reason, e.by_name from problem_event e
      where e.problem_id = h.problem_id and e.seq > h.seq and e.act in ('reported_fixed', 'disputed')
      order by e.seq desc limit 1
    ) said on true
    order by p.id`.execute(db);
  return rows;
}
