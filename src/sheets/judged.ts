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

/** The last observation of each check on each subject, in first-seen order; `only` narrows what counts. */
export function latestOfEach<O extends JudgedObservation>(observations: readonly O[], only: (o: O) => boolean = () => true): O[] {
  const latest: O[] = [];
  // By check, then by subject: a county's month is judged many times over in a what-if, and joined keys cost more than the rest.
  const places = new Map<string, Map<string, number>>();
  for (const o of observations) {
    if (!only(o)) continue;
    const ofCheck = places.get(o.checkId) ?? new Map<string, number>();
    places.set(o.checkId, ofCheck);
    const place = ofCheck.get(o.subjectId);
    if (place === undefined) ofCheck.set(o.subjectId, latest.push(o) - 1);
    else if ((latest[place] as O).day <= o.day) latest[place] = o;
  }
  return latest;
}

/**
 * Observations of what is still due at the end: a machine check answers for every subject in force on every day it
 * runs, so a subject without a row on the last of those days (a column taken down, a channel closed) has left.
 * A person's answers (`card:`) stand until the period is over.
 */
export function stillDue<O extends JudgedObservation>(observations: readonly O[]): O[] {
  const machine = observations.filter((o) => !o.checkId.startsWith('card:'));
  const end = machine.reduce((last, o) => (o.day > last ? o.day : last), '');
  const due = new Map<string, Set<string>>();
  for (const { checkId, subjectId, day } of machine) {
    if (day !== end) continue;
    const subjects = due.get(checkId);
    if (subjects) subjects.add(subjectId);
    else due.set(checkId, new Set([subjectId]));
  }
  return observations.filter((o) => o.checkId.startsWith('card:') || due.get(o.checkId)?.has(o.subjectId));
}
