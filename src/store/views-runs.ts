import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import { latestJudgement } from './judgements.ts';
import type { Db } from './schema.ts';
import type { RunState } from './states.ts';

/** A run with how far its channels are. */
export interface RunProgress {
  id: string;
  day: CalendarDate;
  kind: string;
  state: RunState;
  createdAt: Instant;
  finishedAt: Instant | null;
  done: number;
  notRun: number;
  total: number;
}

/** The newest runs of an area, for days up to and including one. Hourly rounds of visits are many; one is shown only while it goes on. */
export async function listRunProgress(db: Db, areaId: string, until: CalendarDate | null, limit: number): Promise<RunProgress[]> {
  const { rows } = await sql<RunProgress>`
    with newest as (
      select * from scan_run where area_id = ${areaId} and day <= ${until ?? '9999-12-31'}
        and (kind not like 'probe-%' or state in ('queued', 'running'))
      order by day desc, created_at desc, id limit ${limit}
    )
    select r.id, r.day, r.kind, r.state, r.created_at, r.finished_at,
      count(t.run_id) filter (where t.state = 'done') as done,
      count(t.run_id) filter (where t.state = 'not-run') as not_run,
      count(t.run_id) as total
    from newest r left join scan_target t on t.run_id = r.id
    group by r.id, r.day, r.kind, r.state, r.created_at, r.finished_at
    order by r.day desc, r.created_at desc, r.id`.execute(db);
  return rows;
}

/** Looks of one judgement that gave no verdict, by reason. */
export interface Unseen {
  verdict: Extract<Verdict, 'not-run' | 'cannot-tell'>;
  reason: Reason | null;
  count: number;
  channels: number;
}

/** What the last judgement made for a day up to and including `until` could not say; null when nothing was judged yet. */
export async function unseenAt(
  db: Db,
  areaId: string,
  until: CalendarDate,
): Promise<{ day: CalendarDate; judged: number; total: number; unseen: Unseen[] } | null> {
  const judgement = await latestJudgement(db, areaId, until);
  if (!judgement) return null;
  const { rows } = await sql<{ verdict: Verdict; reason: Reason | null; count: number; channels: number }>`
    select verdict, reason, count(*) as count, count(distinct channel_id) as channels
    from observation where judgement_id = ${judgement.id} and verdict <> 'not-applicable'
    group by verdict, reason order by count(*) desc, reason`.execute(db);
  const unseen = rows.filter((row): row is Unseen => row.verdict === 'not-run' || row.verdict === 'cannot-tell');
  const total = rows.reduce((n, row) => n + row.count, 0);
  return { day: judgement.day, total, judged: total - unseen.reduce((n, row) => n + row.count, 0), unseen };
}
