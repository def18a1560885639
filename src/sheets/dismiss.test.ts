import { describe, expect, it } from 'vitest';
import { dismiss } from './dismiss.ts';
import type { JudgedFinding, JudgedObservation } from './judged.ts';

const finding = (fingerprint: string): JudgedFinding => ({
  level: 'problem',
  category: 'broken_link',
  place: { label: '' },
  fingerprint,
  text: fingerprint,
  measured: {},
});
const failing = (...prints: string[]): JudgedObservation => ({
  subjectId: 's',
  checkId: 'broken-link',
  clause: 'DD-4.3',
  day: '2022-12-27',
  verdict: 'fail',
  reason: null,
  findings: prints.map(finding),
});
const rejected =
  (...prints: string[]) =>
  (found: JudgedFinding) =>
    prints.includes(found.fingerprint);

describe('dismiss', () => {
  it('drops what was rejected and keeps failing on the rest', () => {
    const [o] = dismiss([failing('a', 'b')], rejected('a'));
    expect([o?.verdict, o?.findings.map((f) => f.fingerprint)]).toEqual(['fail', ['b']]);
  });
  it('passes when nothing is left', () => {
    expect(dismiss([failing('a')], rejected('a'))[0]).toMatchObject({ verdict: 'pass', findings: [] });
  });
  it('leaves the rest as it is', () => {
    const untouched = failing('b');
    expect(dismiss([untouched], rejected('a'))[0]).toBe(untouched);
    const open: JudgedObservation = { ...failing('a'), verdict: 'cannot-tell', reason: 'needs-person' };
    expect(dismiss([open], rejected('a'))[0]?.verdict).toBe('cannot-tell');
  });
});
