import type { CalendarDate } from '../core/date.ts';
import type { Reason, Verdict } from '../core/verdict.ts';

/** The part of a finding that a period's verdict reads; the observations of the checks room fit it. */
export interface JudgedFinding {
  level: 'problem' | 'warning' | 'note';
  category: string;
  place: { label: string };
  fingerprint: string;
  text: string;
  measured: Readonly<Record<string, string | number | boolean | null>>;
}

/** The part of an observation that a period's verdict reads. */
export interface JudgedObservation {
  subjectId: string;
  checkId: string;
  clause: string;
  day: CalendarDate;
  verdict: Verdict;
  reason: Reason | null;
  findings: readonly JudgedFinding[];
}

/** A verdict that answers the question; the other two say why it could not be answered. */
export function isDecisive(observation: { verdict: Verdict }): boolean {
  return observation.verdict !== 'not-run' && observation.verdict !== 'cannot-tell';
}

const pairOf = (o: JudgedObservation): string => `${o.checkId} ${o.subjectId}`;

/** The last observation of each check on each subject, in first-seen order; `only` narrows what counts. */
export function latestOfEach<O extends JudgedObservation>(observations: readonly O[], only: (o: O) => boolean = () => true): O[] {
  const latest = new Map<string, O>();
  for (const o of observations) {
    const before = latest.get(pairOf(o));
    if (only(o) && (before === undefined || before.day <= o.day)) latest.set(pairOf(o), o);
  }
  return [...latest.values()];
}

/**
 * Observations of what is still due at the end: a machine check answers for every subject in force on every day it
 * runs, so a subject without a row on the last of those days (a column taken down, a channel closed) has left.
 * A person's answers (`card:`) stand until the period is over.
 */
export function stillDue<O extends JudgedObservation>(observations: readonly O[]): O[] {
  const machine = observations.filter((o) => !o.checkId.startsWith('card:'));
  const end = machine.reduce((last, o) => (o.day > last ? o.day : last), '');
  const due = new Set(machine.filter((o) => o.day === end).map(pairOf));
  return observations.filter((o) => o.checkId.startsWith('card:') || due.has(pairOf(o)));
}
