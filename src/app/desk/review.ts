import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { apply } from '../../ledger/apply.ts';
import type { Problem, ProblemEvent } from '../../ledger/event.ts';
import { whyNotMergeable } from '../../ledger/merged.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { EXEMPT_REASONS, type ExemptReason, REJECT_REASONS, type RejectReason } from '../../ledger/review-reasons.ts';
import { issuedThrough, lockProblems } from '../../store/desk.ts';
import type { Db } from '../../store/schema.ts';
import { entriesInScope } from '../ledger/act-on-selected.ts';
import { appendToLedger } from '../ledger/append.ts';
import type { App } from '../open.ts';
import { actorOf, type Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';

/** What a person says of findings. */
export type ReviewOrder =
  | { act: 'confirmed' | 'undone' }
  | { act: 'rejected'; code: RejectReason | null; reason: string | null }
  | { act: 'merged'; into: string }
  | { act: 'exempted'; code: ExemptReason | null; reason: string | null; until: CalendarDate };

export interface Reviewed {
  done: string[];
  /** Those that stayed as they were, each with why: somebody was quicker, or the rules do not allow it. */
  refused: { problemId: string; message: string; next: string }[];
}

/**
 * One decision on up to a few hundred findings: each that allows it gets its event, written together; the others are told.
 * The problems are locked first, so nobody decides on a state that is no longer so.
 */
export async function reviewFindings(
  app: App,
  areaId: string,
  problemIds: readonly string[],
  order: ReviewOrder,
  caller: Caller,
): Promise<Reviewed> {
  const today = await todayOf(app, areaId);
  return app.db.transaction().execute(async (db) => {
    const into = order.act === 'merged' ? [order.into] : [];
    const ids = [...new Set(problemIds)];
    const there = await lockProblems(db, areaId, [...ids, ...into]);
    const known = new Map((await entriesInScope(db, areaId, [...there], WHOLE_AREA)).map((entry) => [entry.problem.id, entry]));
    const moment: Moment = { today, at: app.now(), printed: await issuedThrough(db, areaId), caller };
    const whole = order.act === 'merged' ? known.get(order.into) : undefined;
    const refused: Reviewed['refused'] = [];
    const events: ProblemEvent[] = [];
    for (const id of ids) {
      try {
        events.push(decide(known.get(id), whole, order, moment));
      } catch (error) {
        if (!(error instanceof MingchaError)) throw error;
        refused.push({ problemId: id, message: error.message, next: error.next });
      }
    }
    await write(db, known, events);
    return { done: events.map(({ problemId }) => problemId), refused };
  });
}

interface Moment {
  today: CalendarDate;
  at: string;
  /** Cut-off of the last issued notice. */
  printed: CalendarDate | null;
  caller: Caller;
}

function decide(
  entry: LedgerEntry | undefined,
  whole: LedgerEntry | undefined,
  order: ReviewOrder,
  { today, at, printed, caller }: Moment,
): ProblemEvent {
  if (!entry) throw new MingchaError('not-found', '台账中没有这个问题。', '请刷新后重新选择。');
  const { problem, events } = entry;
  const { lastActOn } = project(events);
  // The decision counts for the day of the finding, so that a period counts what it found; never behind an issued notice.
  const isOpen = order.act === 'undone' || printed === null || lastActOn > printed || today < lastActOn;
  const day = isOpen ? lastActOn : today;
  const user = { user: caller.userId };
  const draft = { at, day, by: actorOf(caller) };
  switch (order.act) {
    case 'confirmed':
    case 'undone':
      return apply(problem, events, { ...draft, act: order.act, data: user });
    case 'rejected': {
      const reason = order.reason ?? (order.code && REJECT_REASONS[order.code]);
      return apply(problem, events, { ...draft, act: 'rejected', reason, data: { ...user, code: order.code } });
    }
    case 'exempted': {
      const reason = order.reason ?? (order.code && EXEMPT_REASONS[order.code]);
      return apply(problem, events, { ...draft, act: 'exempted', reason, data: { ...user, code: order.code, until: order.until } });
    }
    case 'merged': {
      const target = requireMergeable(problem, whole);
      const reason = `与“${target.text}”是同一问题`;
      return apply(problem, events, { ...draft, act: 'merged', reason, data: { ...user, into: target.id } });
    }
  }
}

function requireMergeable(problem: Problem, whole: LedgerEntry | undefined): Problem {
  if (!whole) throw new MingchaError('not-found', '要并入的问题不在台账中。', '请重新选择要并入的问题。');
  const why = whyNotMergeable(problem, { ...whole.problem, status: project(whole.events).status });
  if (why !== null) throw new MingchaError('refused', `${why}。`, '请选择同一单位还没有办结的另一个问题。');
  return whole.problem;
}

async function write(db: Db, known: ReadonlyMap<string, LedgerEntry>, events: readonly ProblemEvent[]): Promise<void> {
  if (events.length > 0) await appendToLedger(db, [...known.values()], { events });
}
