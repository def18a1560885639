import { type Selectable, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { problemsVisible, supervisorOfAccount } from './problem-scope.ts';
import type { Db, Tables } from './schema.ts';

export type SupervisorWord = Selectable<Tables['supervisorWord']>;

/** A problem of an account with both units that answer for it, and the newest fix its 主办单位 reported. */
export interface SupervisedProblem {
  id: string;
  hostId: string;
  hostName: string;
  supervisorId: string;
  supervisorName: string;
  accountName: string;
  category: Category;
  text: string;
  status: ProblemStatus;
  dueOn: CalendarDate | null;
  /** null = nothing was reported yet. */
  reportSeq: number | null;
  reportOn: CalendarDate | null;
  reportWords: string | null;
  outcome: SupervisorWord['outcome'] | null;
  words: string | null;
  wordAt: Instant | null;
  wordBy: string | null;
}

/** Problems of accounts that have a 主管单位, in the given states; what waits for its word first (seeds U15). */
export async function listSupervised(
  db: Db,
  areaId: string,
  scope: Scope,
  statuses: readonly ProblemStatus[],
): Promise<SupervisedProblem[]> {
  const { rows } = await sql<SupervisedProblem>`
    select p.id, h.id as host_id, h.name as host_name, s.id as supervisor_id, s.name as supervisor_name, a.name as account_name,
      p.category, p.text, p.status, p.due_on, e.seq as report_seq, e.day as report_on, e.reason as report_words,
      w.outcome, w.words, w.at as word_at, w.by_name as word_by
    from problem p
    join account a on a.area_id = p.area_id and a.id = p.channel_id
    join unit h on h.area_id = a.area_id and h.id = a.unit_id
    join unit s on s.area_id = a.area_id and s.id = ${supervisorOfAccount}
    left join lateral (
      select seq, day, reason from problem_event
      where problem_id = p.id and act = 'reported_fixed' order by seq desc limit 1) e on true
    left join supervisor_word w on w.problem_id = p.id and w.seq = e.seq
    where p.area_id = ${areaId} and s.id <> h.id and p.status = any(${statuses}::text[])${problemsVisible(scope)}
    order by (p.status = 'rectified' and w.outcome is null) desc, p.due_on nulls last, p.id`.execute(db);
  return rows;
}

/** One of them, whatever its state; null when it has no 主管单位 or the scope does not show it. */
export async function findSupervised(db: Db, areaId: string, problemId: string, scope: Scope): Promise<SupervisedProblem | null> {
  const row = await db.selectFrom('problem').select('status').where('areaId', '=', areaId).where('id', '=', problemId).executeTakeFirst();
  return row ? ((await listSupervised(db, areaId, scope, [row.status])).find(({ id }) => id === problemId) ?? null) : null;
}

/** Keeps what the 主管单位 says of one report; answers whether nothing had been said of it. */
export async function addSupervisorWord(db: Db, word: SupervisorWord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('supervisorWord')
    .values(word)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
