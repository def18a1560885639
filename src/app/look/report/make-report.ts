import type { Observation } from '../../../checks/observation.ts';
import type { RunSubjects } from '../../../checks/run.ts';
import type { CrawledTarget } from '../../../collect/index.ts';
import type { Verdict } from '../../../core/verdict.ts';
import { REASONS } from '../../../core/verdict.ts';
import type { Fact } from '../../../evidence/fact.ts';
import type { FactData, FactKind } from '../../../evidence/facts.ts';
import { OUTCOMES, type Outcome } from '../../../evidence/outcome.ts';
import { isDecisive } from '../../../sheets/judged.ts';
import { type Column, columnName } from '../../../subjects/column.ts';
import type { LookRules } from '../judge-look.ts';
import type { LookLimits } from '../request.ts';
import { standingOf } from '../standing.ts';
import type { Walk } from '../walk.ts';
import { attachmentsOf } from './attachments.ts';
import { conditionOf } from './condition.ts';
import type { LookReport, ReportedAddress, ReportedColumn, ReportedFinding } from './report.ts';
import { viewsOf } from './views.ts';

interface Parts {
  home: { url: string; title: string | null; outcome: Outcome; certificate: string | null };
  at: string;
  rules: LookRules;
  subjects: RunSubjects;
  facts: readonly Fact[];
  observations: readonly Observation[];
  walked: Walk;
  documents: readonly FactData<'attachment'>[];
  limits: LookLimits;
  evidence: string | null;
  seconds: number;
  peakMb: number;
}

/** Everything that was seen as one report: addresses by how they stand, findings of the checks, and the verdict over both. */
export function makeReport(parts: Parts): LookReport {
  const { home, rules, observations, walked, limits } = parts;
  const { sheet } = rules;
  const { dead, notRun } = sortOut(walked);
  const findings = findingsOf(rules, observations);
  const { verdict, reason } = verdictOf(parts, dead, findings);
  const { maxPages, concurrency, paceMs } = limits;
  return {
    site: home.url,
    title: home.title || null,
    at: parts.at,
    verdict,
    reason,
    sheet: { profile: sheet.profile, name: sheet.name, key: sheet.key },
    pages: walked.pages,
    links: { checked: walked.checked, dead, notRun },
    images: { checked: walked.images, dead: dead.filter(({ relation }) => relation === 'image') },
    columns: parts.subjects.columns.map((column) => columnOf(column, parts)),
    marks: marksOf(parts.facts),
    findings,
    undecided: undecidedOf(parts),
    certificate: home.certificate,
    condition: conditionOf(parts.facts),
    attachments: attachmentsOf(walked.attachments.opened, parts.documents),
    views: viewsOf(parts.facts, parts.subjects.columns),
    limits: { maxPages, concurrency, paceMs, limited: walked.limited },
    stopped: walked.stopped,
    evidence: parts.evidence,
    seconds: Math.round(parts.seconds * 10) / 10,
    peakMb: Math.round(parts.peakMb),
  };
}

function sortOut({ failed, hosts }: Walk) {
  const dead: ReportedAddress[] = [];
  const notRun: ReportedAddress[] = [];
  for (const target of failed) {
    const standing = standingOf(target, hosts.answers);
    if (standing !== 'works') (standing === 'dead' ? dead : notRun).push(reported(target));
  }
  return { dead, notRun };
}

function reported({ url, relation, own, outcome, status, foundOn, foundOnCount, outcomes }: CrawledTarget): ReportedAddress {
  const places = foundOn.map(({ url: page, text }) => ({ url: page, text }));
  return { url, relation, status, reason: outcome, own, foundOn: places, foundOnCount, looks: [...outcomes] };
}

function findingsOf({ catalogue }: LookRules, observations: readonly Observation[]): ReportedFinding[] {
  const checks = new Map(catalogue.checks.map((check) => [check.id, check]));
  return observations.flatMap(({ checkId, findings }) =>
    findings.map(({ level, text, place }): ReportedFinding => {
      const { title = checkId, remedy = '' } = checks.get(checkId)?.words ?? {};
      return { check: checkId, title, level, text, place: { label: place.label, url: place.url }, remedy };
    }),
  );
}

/** Dead addresses and problems of the checks fail; a home page nobody could read, or a crawl broken off, leaves it open. */
function verdictOf(
  { home, facts, walked }: Parts,
  dead: readonly ReportedAddress[],
  findings: readonly ReportedFinding[],
): { verdict: Verdict; reason: string | null } {
  const last = latest(facts, 'home')?.data.outcome ?? home.outcome;
  if (dead.length > 0 || findings.some(({ level }) => level === 'problem')) return { verdict: 'fail', reason: null };
  if (last !== 'ok' && last !== 'too-large') return { verdict: 'not-run', reason: `首页没有打开：${OUTCOMES[last]}` };
  if (walked.stopped !== null) return { verdict: 'cannot-tell', reason: STOPPED[walked.stopped] };
  return { verdict: 'pass', reason: null };
}

const STOPPED = {
  time: '到了时间上限，没有查完',
  window: '到了不能查看的时段，没有查完',
  addresses: '地址太多，没有查完',
  distress: '网站连续多次没有应答，为免加重负担，已停止查看',
  interrupted: '中途停止，没有查完',
} as const;

const latest = <K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K> | undefined =>
  facts.findLast((fact): fact is Fact<K> => fact.kind === kind);

function marksOf(facts: readonly Fact[]): LookReport['marks'] {
  const fact = latest(facts, 'site-marks');
  if (fact?.data.outcome !== 'ok') return null;
  const { siteIdCode, icp, police, organiser, errorReportEntry } = fact.data;
  return { siteIdCode, icp, police, organiser, errorReportEntry };
}

/** A column with the answer that weighs most: what failed, else what is open, else what passed. */
function columnOf(column: Column, { facts, observations }: Parts): ReportedColumn {
  const list = facts.findLast((fact): fact is Fact<'column-list'> => fact.kind === 'column-list' && fact.subjectId === column.id);
  const mine = observations.filter(({ subjectId }) => subjectId === column.id);
  const by = (verdict: Verdict) => mine.find((observation) => observation.verdict === verdict);
  const telling = by('fail') ?? by('cannot-tell') ?? by('not-run') ?? by('pass') ?? by('not-applicable');
  return {
    path: columnName(column.path),
    url: column.url,
    limit: column.limit,
    newestDate: list?.data.newestDate ?? null,
    items: list?.data.items.length ?? 0,
    verdict: telling?.verdict ?? 'not-run',
    reason: telling?.reason ?? null,
  };
}

function undecidedOf({ rules, observations, subjects }: Parts): LookReport['undecided'] {
  const names = new Map(subjects.columns.map((column) => [column.id, columnName(column.path)]));
  const titles = new Map(rules.catalogue.checks.map(({ id, words }) => [id, words.title]));
  return observations
    .filter((observation) => !isDecisive(observation))
    .map(({ checkId, subjectId, verdict, reason }) => ({
      check: checkId,
      title: titles.get(checkId) ?? checkId,
      place: names.get(subjectId) ?? '网站',
      verdict,
      reason,
    }));
}

/** Why a check was left open, as people read it. */
export const reasonName = (reason: keyof typeof REASONS | null): string => (reason === null ? '' : REASONS[reason]);
