import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { ScoredProblem } from '../ledger/assessment/ledger-entries.ts';
import type { Act, Role, StateAct } from '../ledger/event.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Span } from '../ledger/stock.ts';
import type { Db } from './schema.ts';

/** What of a ledger can bear on a year's score. */
export interface YearPart {
  from: CalendarDate;
  to: CalendarDate;
  /** Problems of these units alone; null = of all. */
  units: readonly string[] | null;
  /** Rechecks that failed; limits that passed; what units found themselves. */
  asked: { rechecks: boolean; late: boolean; selfFound: boolean };
  /** Statuses in which the next move is the unit's. */
  waiting: readonly ProblemStatus[];
}

/**
 * Problems whose history can bear on a year's score: a recheck failed in these days, the unit found it itself, or a last permitted day
 * passed while the next move may have been the unit's (`ledger_late`, kept by the database; and what is waited for now). It may name
 * one too many and never one too few: the rules of the ledger decide on the histories.
 */
export async function problemsBearing(
  db: Db,
  areaId: string,
  { from, to, units, asked: { rechecks, late, selfFound }, waiting }: YearPart,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with bearing as (
      select problem_id from problem_event
      where ${rechecks} and area_id = ${areaId} and act in ('rechecked_not', 'rechecked_partly') and day between ${from} and ${to}
      union
      select problem_id from problem_event where ${selfFound} and area_id = ${areaId} and act = 'found' and by_role = 'unit' and seq = 1
      union
      select problem_id from ledger_late where ${late} and area_id = ${areaId} and day >= ${from}
      union
      select id from problem where ${late} and area_id = ${areaId} and status = any(${waiting}::text[]) and due_on < ${to}
    )
    select problem_id as id from bearing ${units === null ? sql`` : sql`join problem p on p.id = problem_id and p.unit_id = any(${units}::text[])`}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/**
 * Problems with their acts as far as a year's score reads them, in the order of the ledger. One row a problem: a year of a county reads
 * tens of thousands of acts, and the driver takes as long for each small row as the engine for a whole history.
 */
export async function scoredProblems(db: Db, ids: readonly string[]): Promise<ScoredProblem[]> {
  const { rows } = await sql<
    ScoredProblem['problem'] & { acts: [seq: number, act: Act, day: CalendarDate, role: Role, data: StateAct['data']][] }
  >`
    select p.id, p.unit_id, p.text, p.first_found_on, h.acts from problem p
    cross join lateral (
      select json_agg(json_build_array(e.seq, e.act, e.day, e.by_role, e.data) order by e.seq) as acts from problem_event e where e.problem_id = p.id
    ) h
    where p.id = any(${ids}::text[])
    order by p.first_found_on desc, p.unit_id, p.id`.execute(db);
  return rows.map(({ acts, ...problem }) => ({
    problem,
    events: (acts ?? []).map(([seq, act, day, role, data]) => ({ problemId: problem.id, seq, act, day, by: { role }, data })),
  }));
}

/** Problems of channels that persons found after a day (null = from the beginning) and up to another: no check is named where they begin. */
export async function problemsFoundByPeople(db: Db, areaId: string, { after, cutoff }: Span): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from problem p join problem_event e on e.problem_id = p.id and e.seq = 1
    where p.area_id = ${areaId} and p.first_found_on > ${after ?? '0001-01-01'} and p.first_found_on <= ${cutoff}
      and p.channel_id is not null and e.data ->> 'check' is null`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Problems whose history can bear on how a period is judged again: carried over at the close of the one before (null: none was closed),
 * or, of the places where something was found, one of which a finding was ever set aside by a person or first found by its own unit,
 * with those they were merged into, and those in turn.
 */
export async function problemsSetAside(
  db: Db,
  areaId: string,
  { carriedIn, fingerprints }: { carriedIn: string | null; fingerprints: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive met as materialized (
      select id, fingerprint from problem where area_id = ${areaId} and fingerprint = any(${fingerprints}::text[])
    ), aside as (
      select met.fingerprint, e.act, e.data from met join problem_event e on e.problem_id = met.id
      where e.act in ('rejected', 'withdrawn', 'exempted', 'merged') or (e.act = 'found' and e.by_role = 'unit')
    ), whole as (
      select data ->> 'into' as id from aside where act = 'merged'
      union
      select e.data ->> 'into' from whole join problem_event e on e.problem_id = whole.id and e.act = 'merged'
    )
    select id from met where fingerprint in (select fingerprint from aside)
    union
    select id from whole
    union
    select problem_id from problem_event where area_id = ${areaId} and act = 'carried_over' and data ->> 'period' = ${carriedIn}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
