import type { Category } from '../core/category.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Verdict } from '../core/verdict.ts';
import type { WorkCalendar } from '../core/work-calendar.ts';
import type { Actor, Problem, ProblemEvent } from './event.ts';

/** A problem with all its events. */
export interface LedgerEntry {
  problem: Problem;
  events: readonly ProblemEvent[];
}

/** A finding as the ledger needs it; findings of checks fit. */
export interface LedgerFinding {
  level: 'problem' | 'warning' | 'note';
  category: Category;
  place: { label: string; url: string | null };
  fingerprint: string;
  evidence: readonly string[];
  text: string;
  measured: Problem['measured'];
}

/** One check on one subject, as the run judged it; observations of checks fit. */
export interface LedgerObservation {
  channelId: string;
  subjectId: string;
  checkId: string;
  verdict: Verdict;
  findings: readonly LedgerFinding[];
}

/** Standing instruction of the office: close these categories once the machine has seen the fix. */
export interface AutoClose {
  categories: readonly Category[];
  /** The office in whose name it is done. */
  by: Actor;
}

export interface ReconcileInput {
  areaId: string;
  /** Every problem of the area that is not settled, and every earlier one whose fingerprint may come again. */
  entries: readonly LedgerEntry[];
  observations: readonly LedgerObservation[];
  /** Unit that answers for a subject (column before site). */
  unitOf(subjectId: string, channelId: string): string;
  day: CalendarDate;
  at: Instant;
  /** Name the machine signs with. */
  machine: string;
  /** Cut-off of the period before; a problem that is still there is rechecked once in every period. */
  lastCutoff: CalendarDate | null;
  calendar: WorkCalendar;
  autoClose?: AutoClose;
  /** Working days in which a unit's own finding is held against nobody (seeds M20). */
  selfFoundWithin?: number;
}
