import type { CalendarDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Act, StateAct } from './event.ts';
import { inStock, type ProblemStatus, waitsForUnit } from './status.ts';
import { type Before, stateAfter } from './transitions.ts';
import { uncarriedOf } from './uncarried.ts';

/** Acts of the desk (人工复核) on a suspicion. */
export const REVIEW_ACTS: readonly Act[] = ['confirmed', 'rejected', 'merged', 'exempted'];

/** What the events of one problem add up to. No clock: lateness is asked with a day (`isOverdue`). */
export interface Projection {
  status: ProblemStatus;
  /** Number of events. */
  seq: number;
  foundOn: CalendarDate;
  /** Its unit found it before anybody else (主动巡网, seeds M20). */
  selfFound: boolean;
  /** First day on which somebody else found it too; null while only its finder has. */
  alsoFoundOn: CalendarDate | null;
  lastActOn: CalendarDate;
  /** Check and subject that found it; null when a person entered it, and then no run can clear it. */
  check: string | null;
  subject: string | null;
  /** First time the unit was told. */
  handedOverOn: CalendarDate | null;
  /** The last permitted day of the latest hand-over. */
  due: CalendarDate | null;
  dueProvisional: boolean;
  /** The unit's claim, kept apart from the office's finding (seeds P04). */
  claimedFixedOn: CalendarDate | null;
  /** 是否整改: what the last recheck found. */
  rectified: 'yes' | 'no' | 'partly' | 'not-stated';
  recheckedOn: CalendarDate | null;
  /** Day the present 已整改 was first seen; null while it is not fixed. */
  fixedOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  exemptUntil: CalendarDate | null;
  /** Id of the problem it goes on in, while it is merged. */
  mergedInto: string | null;
  reopenings: number;
  /** Ids of the periods at whose cut-off it stood in the stock, in order. */
  carriedPeriods: readonly string[];
  /** Whether it was ever in the stock: coming back then counts as 再次发现, not as new. */
  everInStock: boolean;
  /** The suspicion that the last act answered: what taking that act back returns to. Null once anything came after. */
  suspicion: Projection | null;
}

const text = (event: StateAct, key: string): string | null => {
  const value = event.data[key];
  return typeof value === 'string' ? value : null;
};

function begin(event: StateAct, status: ProblemStatus): Projection {
  return {
    status,
    seq: 1,
    foundOn: event.day,
    selfFound: event.by.role === 'unit',
    alsoFoundOn: null,
    lastActOn: event.day,
    check: text(event, 'check'),
    subject: text(event, 'subject'),
    handedOverOn: null,
    due: null,
    dueProvisional: false,
    claimedFixedOn: null,
    rectified: 'not-stated',
    recheckedOn: null,
    fixedOn: null,
    closedOn: null,
    exemptUntil: null,
    mergedInto: null,
    reopenings: 0,
    carriedPeriods: [],
    everInStock: inStock(status),
    suspicion: null,
  };
}

/** Months and quarters are closed late now and then, an earlier one after a later one. Ids of one kind sort as their periods do. */
function inOrder(periods: readonly string[], period: string): readonly string[] {
  const last = periods.at(-1);
  return last === undefined || last < period ? [...periods, period] : [...periods, period].sort();
}

/** What one act changes besides the state. */
function changes(before: Projection, event: StateAct): Partial<Projection> {
  switch (event.act) {
    case 'found':
      return { alsoFoundOn: before.alsoFoundOn ?? event.day };
    case 'handed_over':
      return {
        handedOverOn: before.handedOverOn ?? event.day,
        due: text(event, 'due'),
        dueProvisional: event.data.dueProvisional === true,
      };
    case 'reported_fixed':
      return { claimedFixedOn: event.day };
    case 'rechecked_fixed':
      return { rectified: 'yes', recheckedOn: event.day, fixedOn: before.fixedOn ?? event.day };
    case 'rechecked_partly':
      return { rectified: 'partly', recheckedOn: event.day, fixedOn: null, closedOn: null };
    case 'rechecked_not':
      return { rectified: 'no', recheckedOn: event.day, fixedOn: null, closedOn: null };
    case 'exempted':
      return { exemptUntil: text(event, 'until') };
    case 'merged':
      return { mergedInto: text(event, 'into') };
    case 'closed':
      return { closedOn: event.day, exemptUntil: null };
    case 'reopened':
      return {
        reopenings: before.reopenings + 1,
        rectified: 'not-stated',
        recheckedOn: null,
        fixedOn: null,
        closedOn: null,
        exemptUntil: null,
        mergedInto: null,
        claimedFixedOn: null,
        due: null,
        dueProvisional: false,
      };
    case 'carried_over':
      return { carriedPeriods: inOrder(before.carriedPeriods, text(event, 'period') as string) };
    case 'uncarried':
      return { carriedPeriods: before.carriedPeriods.filter((period) => period !== event.data.period) };
    default:
      return {};
  }
}

function broken(event: StateAct, why: string): MingchaError {
  return new MingchaError(
    'internal',
    `问题 ${event.problemId} 的第 ${event.seq} 条台账记录${why}`,
    '台账只能追加；请停止写入，核对数据库或从备份恢复',
  );
}

/** Adds one event; the table decides the state. @throws internal when the event cannot follow. */
export function advance(before: Projection | null, event: StateAct): Projection {
  if (event.seq !== (before?.seq ?? 0) + 1) throw broken(event, '序号不连续');
  const from: Before = before?.status ?? 'new';
  const status = stateAfter(from, event.act, event.by.role);
  if (status === null) throw broken(event, '不符合流转规则');
  if (before === null) return begin(event, status);
  if (event.day < before.lastActOn) throw broken(event, '日期早于前一条');
  if (event.act === 'undone') {
    if (before.suspicion === null) throw broken(event, '撤回的不是对发现的复核');
    // As if it had not been done, but for the record of it.
    return { ...before.suspicion, seq: event.seq, lastActOn: event.day };
  }
  return {
    ...before,
    ...changes(before, event),
    status,
    seq: event.seq,
    lastActOn: event.day,
    everInStock: before.everInStock || inStock(status),
    suspicion: before.status === 'suspected' && REVIEW_ACTS.includes(event.act) ? before : null,
  };
}

/** The state of a problem: a fold of its events in order. @throws internal on a gap, an illegal act or an empty list. */
export function project(events: readonly StateAct[]): Projection {
  let state: Projection | null = null;
  for (const event of events) state = advance(state, event);
  if (state === null) throw new MingchaError('internal', '问题没有任何台账记录', '请核对数据库或从备份恢复');
  return state;
}

/** The state that the acts of a day and before it led to; null when nothing had happened yet. */
export function projectByDay(events: readonly StateAct[], day: CalendarDate): Projection | null {
  const known = events.slice(0, actsUntil(events, day));
  return known.length === 0 ? null : project(known);
}

/**
 * The state at the end of a day as the books have it (`projectByDay`, and taken back where the closing of a period says that a later
 * withdrawal counts at its cut-off); null when nothing had happened yet.
 */
export function projectAsOf(events: readonly StateAct[], day: CalendarDate): Projection | null {
  const takenBack = uncarriedOf(events).flatMap(({ cutoff, seq }) => (cutoff <= day ? [seq] : []));
  const known = events.slice(0, Math.max(actsUntil(events, day), ...takenBack));
  return known.length === 0 ? null : project(known);
}

function actsUntil(events: readonly StateAct[], day: CalendarDate): number {
  const until = events.findIndex((event) => event.day > day);
  return until === -1 ? events.length : until;
}

/**
 * Whether a problem, by what is known now, never was one: taken back, or not accepted. It counts on no day, whenever that was found.
 * One that had been struck off and was met again is not undone by what is said of the new finding.
 */
export const neverWas = ({ status, everInStock }: Pick<Projection, 'status' | 'everInStock'>): boolean =>
  status === 'withdrawn' || (status === 'rejected' && !everInStock);

/** Late: the unit has to move and the last permitted day is past. The named day itself is still in time. */
export function isOverdue(state: Projection, day: CalendarDate): boolean {
  return waitsForUnit(state.status) && state.due !== null && day > state.due;
}
