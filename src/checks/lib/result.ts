import type { Category } from '../../core/category.ts';
import { sha256 } from '../../core/id.ts';
import type { Reason } from '../../core/verdict.ts';
import type { CheckResult, Finding, Place } from '../define.ts';

type Measured = CheckResult['measured'];

export const pass = (measured: Measured, findings: readonly Finding[] = []): CheckResult => ({
  verdict: 'pass',
  reason: null,
  findings,
  measured,
});
export const fail = (findings: readonly Finding[], measured: Measured): CheckResult => ({
  verdict: 'fail',
  reason: null,
  findings,
  measured,
});
export const notApplicable = (measured: Measured): CheckResult => ({ verdict: 'not-applicable', reason: null, findings: [], measured });
export const cannotTell = (reason: Reason, measured: Measured, findings: readonly Finding[] = []): CheckResult => ({
  verdict: 'cannot-tell',
  reason,
  findings,
  measured,
});
export const notRun = (reason: Reason, measured: Measured, findings: readonly Finding[] = []): CheckResult => ({
  verdict: 'not-run',
  reason,
  findings,
  measured,
});

/** Why something could not be judged, before a check turns it into its result. */
export interface Unknown {
  verdict: 'cannot-tell' | 'not-run';
  reason: Reason;
}

/** No date and no wording goes into it, so the next run knows the same problem again. */
export function fingerprintOf(category: Category, placeId: string): string {
  return sha256(`${category} ${placeId}`).slice(0, 32);
}

/** Seals a finding with its fingerprint. */
export function finding(
  level: Finding['level'],
  category: Category,
  place: Place,
  text: string,
  evidence: readonly string[],
  measured: Measured,
): Finding {
  return { level, category, place, fingerprint: fingerprintOf(category, place.id), evidence, text, measured };
}
