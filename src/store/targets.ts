import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Reason } from '../core/verdict.ts';
import type { Db, Tables } from './schema.ts';
import type { TargetState } from './states.ts';

/** One channel within a run: how far the looking has come, and where to go on after a kill. */
export type Target = Selectable<Tables['scanTarget']>;

/** One target. */
export interface TargetKey {
  runId: string;
  channelId: string;
}

/**
 * Takes a target in hand: counts the attempt, names the `worker`, and gives the checkpoint of the attempt before. Null when
 * it is finished already, so a job delivered twice does nothing. Two workers at once are kept apart by the queue; one
 * that is only thought dead and goes on can keep no more progress (`saveProgress`).
 */
export async function claimTarget(db: Db, key: TargetKey, at: Instant, worker: string | null = null): Promise<Target | null> {
  const target = await db
    .updateTable('scanTarget')
    .set((eb) => ({
      state: 'running',
      worker,
      attempts: eb('attempts', '+', 1),
      vain: eb('vain', '+', 1),
      startedAt: eb.fn.coalesce('startedAt', eb.cast<Instant>(eb.val(at), 'timestamptz')),
    }))
    .where('runId', '=', key.runId)
    .where('channelId', '=', key.channelId)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst();
  return target ?? null;
}

/** Attempts in a row that kept nothing; 0 for a target that is not there. */
export async function attemptsInVain(db: Db, key: TargetKey): Promise<number> {
  const row = await db
    .selectFrom('scanTarget')
    .select('vain')
    .where('runId', '=', key.runId)
    .where('channelId', '=', key.channelId)
    .executeTakeFirst();
  return row?.vain ?? 0;
}

/**
 * Notes how far it has come; this attempt was not in vain. `checkpoint` is the collector's own; what is undefined is left as
 * it was. With `attempts`, as `claimTarget` gave them, it answers false and changes nothing once somebody else has claimed.
 */
export async function saveProgress(
  db: Db,
  key: TargetKey & { attempts?: number },
  progress: { done: number; total: number; checkpoint?: unknown },
): Promise<boolean> {
  const { done, total, checkpoint } = progress;
  let query = db
    .updateTable('scanTarget')
    .set({ done, total, vain: 0, ...(checkpoint === undefined ? {} : { checkpoint: JSON.stringify(checkpoint) }) })
    .where('runId', '=', key.runId)
    .where('channelId', '=', key.channelId)
    .where('state', '=', 'running');
  if (key.attempts !== undefined) query = query.where('attempts', '=', key.attempts);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Ends a target: seen, or not seen for a reason of ours. The checkpoint has done its service. Answers false when it had ended before. */
export async function finishTarget(
  db: Db,
  key: TargetKey,
  end: { state: 'done' } | { state: 'not-run'; reason: Reason },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scanTarget')
    .set({ state: end.state, reason: end.state === 'not-run' ? end.reason : null, checkpoint: null, finishedAt: at })
    .where('runId', '=', key.runId)
    .where('channelId', '=', key.channelId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Targets of a run without their checkpoints, those of one state if asked. */
export async function listTargets(db: Db, runId: string, state?: TargetState): Promise<Omit<Target, 'checkpoint' | 'worker' | 'vain'>[]> {
  let query = db
    .selectFrom('scanTarget')
    .select(['runId', 'channelId', 'host', 'state', 'reason', 'done', 'total', 'attempts', 'startedAt', 'finishedAt'])
    .where('runId', '=', runId);
  if (state) query = query.where('state', '=', state);
  return query.orderBy('channelId').execute();
}

/** What a progress bar shows: channels by state, and addresses looked at of those known so far. */
export interface RunProgress {
  channels: Record<TargetState, number>;
  looks: { done: number; total: number };
}

/** How far a run is: channels by state, and looks done of those known so far (`total` grows while sites are read). */
export async function runProgress(db: Db, runId: string): Promise<RunProgress> {
  const { rows } = await sql<{ state: TargetState; channels: number; done: number; total: number }>`
    select state, count(*) as channels, sum(done) as done, sum(greatest(total, done)) as total
    from scan_target where run_id = ${runId} group by state`.execute(db);
  const channels: Record<TargetState, number> = { waiting: 0, running: 0, done: 0, 'not-run': 0 };
  const looks = { done: 0, total: 0 };
  for (const row of rows) {
    channels[row.state] = row.channels;
    looks.done += row.done;
    looks.total += row.total;
  }
  return { channels, looks };
}
