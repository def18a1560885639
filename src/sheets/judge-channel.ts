import type { CarryOverState } from '../core/carry-over.ts';
import type { ChannelVerdict } from '../core/channel-verdict.ts';
import { type CalendarDate, daysBetween } from '../core/date.ts';
import { REASONS } from '../core/verdict.ts';
import { carryOverLine } from './carry-over.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { vetoUsable } from './figure.ts';
import { isDecisive, type JudgedFinding, type JudgedObservation, latestOfEach, stillDue } from './judged.ts';
import { groupLines } from './lines.ts';
import { clausesInForce, type ResolvedSheet } from './resolve.ts';
import type { ChannelKind, VerdictRule } from './schema.ts';

/** 单项否决 that was met on some day of the period. */
export interface VetoHit {
  clause: string;
  title: string;
  day: CalendarDate;
  text: string;
}

export interface ChannelJudgement {
  verdict: ChannelVerdict;
  /** Lines as the notice prints them: problems first, the carried-over clause last. */
  reasons: readonly string[];
  vetoes: readonly VetoHit[];
  /** 薄弱环节: listed in the notice, never a fail (seeds V08). */
  weaknesses: readonly string[];
  /** What could still change the verdict and was not looked at; not empty when the verdict is `undecided` for that. */
  unlooked: readonly { checkId: string; subjectId: string | null; why: string }[];
  /** Clauses that would have vetoed, had their figures been confirmed. */
  unconfirmed: readonly string[];
  coverage: Coverage;
}

/**
 * 检查结果 of one channel over one period, by the rule of the sheet. `observations` are all of the channel's in the
 * period up to the cut-off, any order. Vetoes count on any day, rectified later or not (seeds V06); lines of the
 * three-step rule tell the state at the cut-off.
 */
export function judgeChannel(
  sheet: ResolvedSheet,
  kind: ChannelKind,
  observations: readonly JudgedObservation[],
  carryOver: CarryOverState,
): ChannelJudgement {
  const rule = kind === 'account' ? sheet.verdict.account : sheet.verdict.site;
  const ordered = [...observations].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const { vetoes, unconfirmed } = vetoesOf(sheet, ordered);
  const current = stillDue(ordered);
  const latest = latestOfEach(current);
  // A look that failed does not wipe out what was seen before.
  const decided = latestOfEach(current, isDecisive);
  const findings = sightings(rule.rule === 'veto' ? ordered : decided).filter((f) => !f.category.startsWith('carry_over'));
  const end = current.at(-1)?.day ?? '';
  const unlooked = [...unlookedOf(rule, { latest, decided, end }), ...carryOverOpen(rule, carryOver)];
  const blamed = rule.rule === 'three-step' ? carryOverLine(carryOver, rule.previous) : null;
  const vetoed = rule.rule === 'veto' || rule.vetoFails ? vetoes.map((veto) => veto.text) : [];
  const listed = findings.filter((f) => f.level === 'problem' || (f.level === 'warning' && rule.rule === 'three-step'));
  const lines = groupLines(listed);
  const clean = rule.rule === 'three-step' && lines.length === 0;
  const open = unlooked.length > 0 || unconfirmed.length > 0;
  return {
    verdict: blamed !== null || vetoed.length ? 'fail' : open ? 'undecided' : clean ? 'no_problem' : 'pass',
    reasons: [...new Set([...vetoed, ...lines, ...(blamed === null ? [] : [blamed])])],
    vetoes,
    weaknesses: groupLines(findings.filter((f) => f.level === 'warning')),
    unlooked,
    unconfirmed,
    coverage: coverageOf(clausesInForce(sheet, kind), latest),
  };
}

/** Vetoes met on any day, each sighting once; and the clauses whose figures nobody has confirmed. */
function vetoesOf(sheet: ResolvedSheet, ordered: readonly JudgedObservation[]): { vetoes: VetoHit[]; unconfirmed: string[] } {
  const vetoes: VetoHit[] = [];
  const unconfirmed = new Set<string>();
  const seen = new Set<string>();
  for (const o of ordered) {
    const clause = sheet.clauses.get(o.clause);
    if (o.verdict !== 'fail' || clause?.kind !== 'veto' || clause.notInForce !== null) continue;
    if (!vetoUsable(sheet, clause)) unconfirmed.add(clause.id);
    else
      for (const f of o.findings.filter((found) => found.level === 'problem' && !seen.has(sightingOf(found)))) {
        seen.add(sightingOf(f));
        vetoes.push({ clause: clause.id, title: clause.title, day: o.day, text: f.text });
      }
  }
  return { vetoes, unconfirmed: [...unconfirmed] };
}

/** The same place silent since the same date is one sighting, on however many days it was seen. */
const sightingOf = (f: JudgedFinding): string => `${f.fingerprint} ${f.measured.lastUpdate ?? ''}`;

function sightings(ordered: readonly JudgedObservation[]): JudgedFinding[] {
  const first = new Map<string, JudgedFinding>();
  for (const finding of ordered.flatMap((o) => o.findings)) if (!first.has(sightingOf(finding))) first.set(sightingOf(finding), finding);
  return [...first.values()];
}

/** Last period's problems that nobody could look at again leave the three-step verdict open. */
function carryOverOpen(rule: VerdictRule, carryOver: CarryOverState): ChannelJudgement['unlooked'] {
  if (rule.rule !== 'three-step' || carryOver !== 'undecided') return [];
  return [{ checkId: 'carry-over', subjectId: null, why: `${rule.previous}问题未能复核` }];
}

/** Of what must be looked at, what nobody answered, or not lately enough: by each check's last look and last answer on each subject. */
function unlookedOf(
  rule: VerdictRule,
  { latest, decided, end }: { latest: readonly JudgedObservation[]; decided: readonly JudgedObservation[]; end: CalendarDate },
): { checkId: string; subjectId: string | null; why: string }[] {
  return rule.mustRun.flatMap((checkId): ChannelJudgement['unlooked'] => {
    const mine = latest.filter((o) => o.checkId === checkId);
    if (mine.length === 0) return [{ checkId, subjectId: null, why: '本期没有检查记录' }];
    const answered = new Map(decided.filter((o) => o.checkId === checkId).map(({ subjectId, day }) => [subjectId, day]));
    return mine
      .filter(({ subjectId }) => {
        const day = answered.get(subjectId);
        return day === undefined || daysBetween(day, end) > rule.lookWithinDays;
      })
      .map((o) => ({ checkId, subjectId: o.subjectId, why: o.reason === null ? '最近没有检查记录' : REASONS[o.reason] }));
  });
}
