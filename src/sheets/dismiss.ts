import type { JudgedFinding, JudgedObservation } from './judged.ts';

/**
 * Observations without the findings a person has rejected, withdrawn or exempted (seeds M02: 20 found, 5 rejected, the
 * notice uses 15). An observation that failed on nothing else passes. A veto by count keeps its own finding: it has to
 * be dismissed itself, since dismissing one column says nothing about the others.
 */
export function dismiss<O extends JudgedObservation>(
  observations: readonly O[],
  isDismissed: (finding: JudgedFinding, o: O) => boolean,
): O[] {
  return observations.map((o) => {
    const findings = o.findings.filter((finding) => !isDismissed(finding, o));
    if (findings.length === o.findings.length) return o;
    const stillFails = findings.some((finding) => finding.level === 'problem');
    return { ...o, findings, verdict: o.verdict === 'fail' && !stillFails ? 'pass' : o.verdict };
  });
}
