import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Act } from '../ledger/event.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Db } from './schema.ts';

/**
 * Problems whose history can bear on a year's score: a recheck failed in these days, the unit found it itself, or a hand-over was past
 * its last day while the next move may have been the unit's. It may name one too many and never one too few: the rules of the ledger
 * decide on the histories. `atRest`: acts after which the next move is never the
 * unit's; `open`: the statuses of the stock.
 */
export async function problemsBearing(
  db: Db,
  areaId: string,
  { from, to, atRest, open }: { from: CalendarDate; to: CalendarDate; atRest: readonly Act[]; open: readonly ProblemStatus[] },
): Promise<string[]> {
  const { rows } = await sql<{ problemId: string }>`
    select problem_id from problem_event
    where area_id = ${areaId} and act in ('rechecked_not', 'rechecked_partly') and day between ${from} and ${to}
    union
    select problem_id from problem_event where area_id = ${areaId} and act = 'found' and by_role = 'unit' and seq = 1
    union
    select b.problem_id from problem p
    join problem_event h on h.problem_id = p.id and h.act = 'handed_over'
    join problem_event b on b.problem_id = h.problem_id and b.seq >= h.seq and b.act <> all(${atRest}::text[]) and b.day <= ${to}
    left join problem_event n on n.problem_id = b.problem_id and n.seq = b.seq + 1
    where p.area_id = ${areaId} and (p.last_act_on >= ${from} or p.status = any(${open}::text[]))
      and coalesce(n.day, ${to}) > (h.data ->> 'due')::date and coalesce(n.day, ${to}) >= ${from}`.execute(db);
  return rows.map(({ problemId }) => problemId);
}

/**
 * Problems whose history can bear on how a period is judged again: carried over at the close of the one before (null: none was closed),
 * or of a place of which a finding was ever set aside by a person or first found by its own unit, with those they were merged into.
 */
export async function problemsSetAside(db: Db, areaId: string, carriedIn: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with aside as (
      select problem_id, act, data from problem_event
      where area_id = ${areaId} and (act in ('rejected', 'withdrawn', 'exempted', 'merged') or (act = 'found' and by_role = 'unit'))
    )
    select id from problem
    where area_id = ${areaId} and fingerprint in (select p.fingerprint from aside a join problem p on p.id = a.problem_id)
    union
    select data ->> 'into' from aside where act = 'merged'
    union
    select problem_id from problem_event where area_id = ${areaId} and act = 'carried_over' and data ->> 'period' = ${carriedIn}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
