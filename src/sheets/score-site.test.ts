import { describe, expect, it } from 'vitest';
import type { Verdict } from '../core/verdict.ts';
import type { JudgedFinding, JudgedObservation } from './judged.ts';
import { loadSheets } from './load.ts';
import { clausesInForce, type ResolvedSheet, sheetFor } from './resolve.ts';
import type { Sheet } from './schema.ts';
import { scoreSite } from './score-site.ts';

const DAY = '2022-12-27';
const sheets = loadSheets();
const CONFIRMED = { confirmed: ['SV-6.2', 'DD-1.1', 'DD-1.2', 'DD-1.3', 'DD-1.4', 'DD-1.5', 'DD-1.7'] };
const national = sheetFor(sheets, 'national', DAY, CONFIRMED);

const seen = (clause: string, verdict: Verdict, findings: readonly JudgedFinding[] = [], subjectId = 'site_1'): JudgedObservation => ({
  subjectId,
  checkId: `check of ${clause}`,
  clause,
  day: DAY,
  verdict,
  reason: null,
  findings,
});
const found = (category: string, measured: JudgedFinding['measured'], name = ''): JudgedFinding => ({
  level: 'problem',
  category,
  place: { label: '' },
  fingerprint: `${category} ${name}`,
  text: `${category}${name}`,
  measured,
});
const vetoes = (sheet: ResolvedSheet, kind: 'portal' | 'department_site' = 'portal', not: readonly string[] = []) =>
  clausesInForce(sheet, kind)
    .filter((clause) => clause.kind === 'veto' && !not.includes(clause.id))
    .map((clause) => seen(clause.id, 'pass'));
const wrong = (clause: string, n: number) =>
  seen(
    clause,
    'fail',
    Array.from({ length: n }, (_, i) => found('content_wrong', { item: 'wrong' }, `${clause} ${i}`)),
  );
const absent = (clause: string) => seen(clause, 'fail', [found('content_wrong', { item: 'absent' }, clause)]);
const stale = (measured: JudgedFinding['measured'], id: string) => seen('DD-1.7', 'fail', [found('column_overdue', measured, id)], id);

/** The national sheet with figures an office has filled in from the official text it holds. */
function filled(change: (clause: Sheet['clauses'][0]) => Partial<Sheet['clauses'][0]>): ResolvedSheet {
  const own = sheets.map((sheet) => ({ ...sheet, clauses: sheet.clauses.map((clause) => ({ ...clause, ...change(clause) })) }));
  return sheetFor(own, 'national', DAY, CONFIRMED);
}
const bonusOf = (points: number) =>
  filled((clause) =>
    clause.kind === 'bonus' ? { items: clause.items.map((item) => ({ ...item, points, evidence: 'read' as const })) } : {},
  );

describe('scoreSite', () => {
  it('100 less deductions', () => {
    expect(scoreSite(national, 'portal', [...vetoes(national), wrong('DD-1.1', 2)])).toMatchObject({
      verdict: 'pass',
      score: 98,
      noScore: null,
      deductions: [{ clause: 'DD-1.1', amount: 2 }],
    });
  });
  it('a clause never costs more than its points (RULE-CAP)', () => {
    expect(scoreSite(national, 'portal', [...vetoes(national), wrong('DD-1.1', 9)])).toMatchObject({
      score: 95,
      deductions: [{ clause: 'DD-1.1', items: [{ count: 9, each: 1 }], amount: 5 }],
    });
  });
  it('a column costs once, at the first clause that names it (RULE-NODOUBLE)', () => {
    const news = stale({ class: 'news', level: 1 }, 'column_news');
    expect(scoreSite(national, 'portal', [...vetoes(national), news])).toMatchObject({
      score: 95,
      deductions: [{ clause: 'DD-1.4', amount: 5 }],
      unscored: [],
    });
  });
  it('a null figure is never scored with: the total is null and says which', () => {
    const other = stale({ class: 'other', level: 2 }, 'column_x');
    const score = scoreSite(national, 'portal', [...vetoes(national), other]);
    expect(score).toMatchObject({
      verdict: 'undecided',
      score: null,
      noScore: 'figure-unconfirmed',
      unscored: ['DD-1.7/overdue', 'DD-1.7/points'],
    });
  });
  it('a figure from memory is not scored with until confirmed', () => {
    const strict = sheetFor(sheets, 'national', DAY, { confirmed: ['SV-6.2'] });
    expect(scoreSite(strict, 'portal', [...vetoes(strict), wrong('DD-1.1', 1)])).toMatchObject({
      score: null,
      unscored: ['DD-1.1/wrong', 'DD-1.1/points'],
    });
  });
  it('any veto: fail, not scored', () => {
    const down = seen('SV-2', 'fail', [found('site_unreachable', {})]);
    expect(scoreSite(national, 'portal', [...vetoes(national, 'portal', ['SV-2']), down])).toMatchObject({
      verdict: 'fail',
      score: null,
      noScore: 'vetoed',
      vetoes: ['SV-2'],
    });
  });
  it.each(['SV-1.5', 'SV-2'])('veto clause %s not run blocks the total', (id) => {
    expect(scoreSite(national, 'portal', vetoes(national, 'portal', [id]))).toMatchObject({
      verdict: 'undecided',
      score: null,
      noScore: 'veto-not-run',
      vetoesNotRun: [id],
    });
  });
  it('a veto clause that could not be answered is not run', () => {
    const open = { ...seen('SV-2', 'cannot-tell'), reason: 'too-few-looks' as const };
    expect(scoreSite(national, 'portal', [...vetoes(national, 'portal', ['SV-2']), open])).toMatchObject({
      score: null,
      vetoesNotRun: ['SV-2'],
    });
  });
  it('coverage stands beside the total', () => {
    const due = clausesInForce(national, 'portal').length;
    expect(scoreSite(national, 'portal', vetoes(national)).coverage).toEqual({ run: 15, due });
  });

  describe('pass mark and bonus (RULE-PASS)', () => {
    const points = (worth: number) =>
      filled((clause) =>
        clause.id === 'DD-1.1'
          ? {
              points: { value: 100, evidence: 'read' },
              items: [{ id: 'wrong', condition: '有错误', points: worth, per: 'finding', evidence: 'read', match: [] }],
            }
          : {},
      );
    it.each([
      [40, 60, 'pass'],
      [40.01, 59.99, 'fail'],
    ])('losing %f leaves %f: %s', (lost, score, verdict) => {
      const sheet = points(lost);
      expect(scoreSite(sheet, 'portal', [...vetoes(sheet), wrong('DD-1.1', 1)])).toMatchObject({ score, verdict });
    });
    it('above 80 opens the bonus, exactly 80 does not', () => {
      const sheet = bonusOf(4);
      const met = seen('BN-1', 'pass');
      const lose = (n: number) =>
        ['DD-1.1', 'DD-1.2', 'DD-1.3']
          .map(absent)
          .slice(0, 3)
          .concat(n > 15 ? [absent('DD-1.4')] : [wrong('DD-1.4', 0)]);
      expect(scoreSite(sheet, 'portal', [...vetoes(sheet), ...lose(20), met])).toMatchObject({ deductionScore: 80, bonus: 0, score: 80 });
      expect(scoreSite(sheet, 'portal', [...vetoes(sheet), ...lose(15), met])).toMatchObject({ deductionScore: 85, bonus: 4, score: 89 });
    });
    it('the bonus stops at 30', () => {
      const sheet = bonusOf(20);
      expect(scoreSite(sheet, 'portal', [...vetoes(sheet), seen('BN-1', 'pass'), seen('BN-2', 'pass')])).toMatchObject({
        bonus: 30,
        score: 130,
      });
    });
    it('a bonus whose points nobody knows leaves the total open, the deduction score stands', () => {
      expect(scoreSite(national, 'portal', [...vetoes(national), seen('BN-1', 'pass')])).toMatchObject({
        score: null,
        deductionScore: 100,
        unscored: ['BN-1/data'],
      });
    });
    it('a bonus not earned costs nothing', () => {
      expect(scoreSite(national, 'portal', [...vetoes(national), seen('BN-1', 'not-applicable')])).toMatchObject({ score: 100 });
    });
  });

  describe('bodies without outward services (RULE-75)', () => {
    const without = { withoutServices: true };
    it.each([
      [0, 100],
      [1, 93.33],
      [3, 80],
    ])('losing %i × 5 of 75 gives %f', (times, score) => {
      const lost = ['DD-1.1', 'DD-1.2', 'DD-1.3'].slice(0, times).map(absent);
      expect(scoreSite(national, 'portal', [...vetoes(national), ...lost], without)).toMatchObject({ score });
    });
    it('neither services nor their vetoes are due', () => {
      const score = scoreSite(national, 'portal', vetoes(national, 'portal', ['SV-6.1', 'SV-6.2']), without);
      expect(score).toMatchObject({ verdict: 'pass', vetoesNotRun: [] });
      expect(score.coverage.due).toBe(clausesInForce(national, 'portal').length - 7);
    });
  });

  it('department sites: vetoes only', () => {
    const observations = [...vetoes(national, 'department_site'), stale({ class: 'other', level: 2 }, 'column_x')];
    expect(scoreSite(national, 'department_site', observations)).toMatchObject({ verdict: 'pass', score: null, noScore: 'veto-only' });
  });
  it('new media: vetoes only', () => {
    const silent = seen('MV-2.1', 'fail', [found('account_stale', {})]);
    expect(scoreSite(national, 'account', [silent])).toMatchObject({ verdict: 'fail', score: null, noScore: 'vetoed', vetoes: ['MV-2.1'] });
    expect(scoreSite(national, 'account', [seen('MV-2.1', 'pass')])).toMatchObject({
      verdict: 'undecided',
      score: null,
      noScore: 'not-scored',
    });
  });
});
