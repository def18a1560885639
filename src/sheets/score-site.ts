import { halfUpRatio } from '../core/half-up.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Deduction, deductionsOf } from './deductions.ts';
import { usable, vetoUsable } from './figure.ts';
import { isDecisive, type JudgedObservation, latestOfEach, stillDue } from './judged.ts';
import { clausesInForce, type ResolvedSheet } from './resolve.ts';
import type { ChannelKind, Clause, ScoringRule } from './schema.ts';

/** Why no total is given. Closed list; the texts are what the table prints in its place. */
export const NO_SCORE = {
  vetoed: '出现单项否决，判为不合格，不再评分',
  'veto-not-run': '有单项否决条款尚未检查，不出总分',
  'figure-unconfirmed': '有分值尚未与官方文本核实，不出总分',
  'veto-only': '该类网站只查单项否决，不评分',
  'not-scored': '政务新媒体只查单项否决，不评分',
} as const;
export type NoScore = keyof typeof NO_SCORE;

export interface SiteScore {
  verdict: 'pass' | 'fail' | 'undecided';
  /** Total with bonus, two decimals at most; null with the reason beside it. */
  score: number | null;
  noScore: NoScore | null;
  /** Before the bonus; null as soon as it could be wrong. */
  deductionScore: number | null;
  bonus: number;
  deductions: readonly Deduction[];
  vetoes: readonly string[];
  /** Veto clauses in force without a decisive answer. */
  vetoesNotRun: readonly string[];
  /** Figure keys that are null or unconfirmed and were needed. */
  unscored: readonly string[];
  coverage: Coverage;
}

/**
 * 网站整体评分 (国办秘函〔2019〕19号): vetoes first, then 100 less deductions, the 75 × 4/3 rule for bodies without
 * outward services, pass from 60, bonus only above 80. `observations` are the channel's of the period; points go by
 * the last answer of each check, vetoes by any day. Nothing unknown is ever scored: the total is null instead.
 */
export function scoreSite(
  sheet: ResolvedSheet,
  kind: ChannelKind,
  observations: readonly JudgedObservation[],
  site: { withoutServices: boolean } = { withoutServices: false },
): SiteScore {
  const due = clausesInForce(sheet, kind).filter(
    (clause) => !(site.withoutServices && clause.group === ruleOf(sheet, 'RULE-75')?.params.skipGroup),
  );
  const current = stillDue(observations);
  const latest = latestOfEach(current, isDecisive);
  const vetoClauses = due.filter((clause) => clause.kind === 'veto');
  const vetoes = vetoClauses.filter((c) => vetoUsable(sheet, c) && observations.some((o) => o.clause === c.id && o.verdict === 'fail'));
  const vetoesNotRun = vetoClauses.filter((c) => !vetoes.includes(c) && !wasRun(c, current, sheet)).map((c) => c.id);
  const base = {
    vetoes: vetoes.map((c) => c.id),
    vetoesNotRun,
    coverage: coverageOf(due, current),
    bonus: 0,
    deductions: [],
    unscored: [],
  };
  const none = { score: null, deductionScore: null };
  const open = vetoesNotRun.length ? 'undecided' : 'pass';
  if (vetoes.length) return { ...base, ...none, verdict: 'fail', noScore: 'vetoed' };
  if (kind === 'account') return { ...base, ...none, verdict: open, noScore: 'not-scored' };
  const scored: readonly ChannelKind[] = ruleOf(sheet, 'RULE-DEPT')?.params.scored ?? ['portal'];
  if (!scored.includes(kind)) return { ...base, ...none, verdict: open, noScore: 'veto-only' };

  const { deductions, unscored } = deductionsOf(
    sheet,
    due.filter((clause) => clause.kind === 'deduct'),
    latest,
  );
  const bonus = bonusOf(sheet, due, latest);
  const points = total(sheet, deductions, site.withoutServices);
  const known = { ...base, deductions, unscored: [...unscored, ...bonus.unscored] };
  if (vetoesNotRun.length) return { ...known, ...none, verdict: 'undecided', noScore: 'veto-not-run' };
  if (unscored.length) return { ...known, ...none, verdict: 'undecided', noScore: 'figure-unconfirmed' };
  const pass = ruleOf(sheet, 'RULE-PASS')?.params ?? { failBelow: 60, bonusAbove: 80 };
  const verdict = points.atLeast(pass.failBelow) ? 'pass' : 'fail';
  if (!points.above(pass.bonusAbove))
    return { ...known, unscored, verdict, score: points.value, deductionScore: points.value, noScore: null };
  if (bonus.unscored.length) return { ...known, verdict, score: null, deductionScore: points.value, noScore: 'figure-unconfirmed' };
  return { ...known, verdict, bonus: bonus.points, deductionScore: points.value, score: plus(points.value, bonus.points), noScore: null };
}

function ruleOf<I extends ScoringRule['id']>(sheet: ResolvedSheet, id: I): Extract<ScoringRule, { id: I }> | undefined {
  return sheet.rules.find((rule): rule is Extract<ScoringRule, { id: I }> => rule.id === id);
}

/** A veto clause is run when every check and card on it has answered, and its own figures are no guess. */
function wasRun(clause: Clause, observations: readonly JudgedObservation[], sheet: ResolvedSheet): boolean {
  const last = latestOfEach(observations).filter((o) => o.clause === clause.id);
  const failedUnsure = !vetoUsable(sheet, clause) && last.some((o) => o.verdict === 'fail');
  return last.length > 0 && last.every(isDecisive) && !failedUnsure;
}

/** Points kept as hundredths so that 0.1 + 0.2 is 0.3; the 4/3 of RULE-75 is compared before it is rounded. */
function total(sheet: ResolvedSheet, deductions: readonly Deduction[], withoutServices: boolean) {
  const rule75 = withoutServices ? ruleOf(sheet, 'RULE-75') : undefined;
  const full = rule75?.params.fullMarks ?? ruleOf(sheet, 'RULE-BASE')?.params.base ?? 100;
  const [times, over] = rule75?.params.multiplier ?? [1, 1];
  const lost = deductions.reduce((sum, d) => sum + Math.round(d.amount * 100), 0);
  const left = BigInt(Math.max(0, full * 100 - lost) * times);
  const denominator = BigInt(over * 100);
  return {
    value: halfUpRatio(left, denominator, 2),
    atLeast: (mark: number) => left >= BigInt(mark) * denominator,
    above: (mark: number) => left > BigInt(mark) * denominator,
  };
}

const plus = (a: number, b: number): number => Math.round(a * 100 + b * 100) / 100;

/** A bonus clause counts when a person has found its condition met (verdict pass on its card). */
function bonusOf(
  sheet: ResolvedSheet,
  clauses: readonly Clause[],
  latest: readonly JudgedObservation[],
): { points: number; unscored: string[] } {
  let points = 0;
  const unscored: string[] = [];
  for (const clause of clauses.filter((c) => c.kind === 'bonus' && latest.some((o) => o.clause === c.id && o.verdict === 'pass'))) {
    for (const item of clause.items) {
      const key = `${clause.id}/${item.id}`;
      if (item.points === null || !usable(sheet, key, item.evidence)) unscored.push(key);
      else points = plus(points, item.points);
    }
  }
  return { points: Math.min(points, ruleOf(sheet, 'RULE-BASE')?.params.bonusMax ?? 30), unscored };
}
