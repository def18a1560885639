import { MingchaError } from '../core/error.ts';
import { apply } from './apply.ts';
import { contradictedBy, enterProblem } from './entry.ts';
import type { Problem, ProblemEvent } from './event.ts';
import { wholeOf } from './merged.ts';
import { project } from './project.ts';
import type { LedgerEntry, LedgerFinding, LedgerObservation, ReconcileInput } from './reconcile-input.ts';
import { type Move, moveOnGone, moveOnSeen } from './reconcile-moves.ts';

/** What a run means for the ledger. Nothing is written: `opened` and `events` are to be appended in order. */
export interface Reconciliation {
  /** New problems with their first event; a recurrence names the problem it comes back from. */
  opened: readonly { problem: Problem; event: ProblemEvent }[];
  /** Further events of known problems, and the office's own closing where it asked for that. */
  events: readonly ProblemEvent[];
  /** Known problems that this run saw again, with what it saw: for the lines of the notice. */
  continued: readonly { problemId: string; finding: LedgerFinding }[];
  /** Seen, but the office has rejected, withdrawn or exempted it: said, not raised again. */
  suppressed: readonly { problemId: string; finding: LedgerFinding; why: 'rejected' | 'withdrawn' | 'exempted' }[];
  /** Suspected, and no longer there before anybody confirmed it. */
  vanished: readonly string[];
  /** Open problems that this run could not judge (not run, cannot tell, not looked at): nothing changes for them. */
  unverified: readonly string[];
  /** 即将到期 and the like: printed and reminded, never in the ledger, so they never carry over. */
  warnings: readonly LedgerFinding[];
  /** Findings whose own dates contradict them: a fault of ours for the operator, nobody's problem. */
  contradicted: readonly { finding: LedgerFinding; days: number }[];
}

type Draft = { -readonly [K in keyof Reconciliation]: Reconciliation[K][number][] };

interface Seen {
  finding: LedgerFinding;
  observation: LedgerObservation;
}

const subjectKey = (check: string, subject: string): string => JSON.stringify([check, subject]);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Problems of the run by fingerprint, in an order that does not depend on the order of looking. */
function sortFindings(input: ReconcileInput, out: Draft): Map<string, Seen> {
  const seen: Seen[] = input.observations.flatMap((observation) => observation.findings.map((finding) => ({ finding, observation })));
  seen.sort((a, b) => byText(a.finding.fingerprint, b.finding.fingerprint) || byText(a.observation.checkId, b.observation.checkId));
  const problems = new Map<string, Seen>();
  for (const each of seen) {
    const { finding } = each;
    const contradiction = contradictedBy(finding.category, finding.measured, input.day);
    if (finding.level === 'warning') out.warnings.push(finding);
    else if (finding.level === 'problem' && contradiction) out.contradicted.push({ finding, ...contradiction });
    else if (finding.level === 'problem' && !problems.has(finding.fingerprint)) problems.set(finding.fingerprint, each);
  }
  return problems;
}

/** Subjects that a check gave a clear answer on. A check that answers pass or fail has named everything it found there. */
function clearAnswers(observations: readonly LedgerObservation[]): Set<string> {
  const clear = observations.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  return new Set(clear.map(({ checkId, subjectId }) => subjectKey(checkId, subjectId)));
}

/** The latest problem of each fingerprint: earlier ones are its history. */
function latestByFingerprint(entries: readonly LedgerEntry[]): Map<string, LedgerEntry> {
  const latest = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const known = latest.get(entry.problem.fingerprint);
    if (!known || known.problem.firstFoundOn < entry.problem.firstFoundOn) latest.set(entry.problem.fingerprint, entry);
  }
  return latest;
}

/**
 * Units' own findings by category and page: what a unit types has its own fingerprint, unless its place is one the machine judges as
 * a whole, so a machine's finding of the kind on the same page is the same one (seeds M20).
 */
function ownFindings(entries: readonly LedgerEntry[]): (finding: LedgerFinding) => LedgerEntry | undefined {
  const own = new Map<string, LedgerEntry>();
  for (const entry of entries)
    if (entry.events[0]?.by.role === 'unit' && entry.problem.placeUrl !== null)
      own.set(pageKey(entry.problem.category, entry.problem.placeUrl), entry);
  return ({ category, place }) => (place.url === null ? undefined : own.get(pageKey(category, place.url)));
}

const pageKey = (category: string, url: string): string => `${category} ${url.replace(/^https?:\/\//, '').replace(/\/$/, '')}`;

function open({ finding, observation }: Seen, recurrenceOf: string | null, input: ReconcileInput, out: Draft): void {
  const { channelId, subjectId, checkId } = observation;
  const { category, place, text, measured, fingerprint, evidence } = finding;
  if (evidence.length === 0)
    throw new MingchaError('internal', `检查 ${checkId} 的发现“${text}”没有证据`, '请修正该检查：每个问题都要指明依据的证据');
  const by = { role: 'machine' as const, unitId: null, name: input.machine };
  const { problem, event } = enterProblem(
    {
      areaId: input.areaId,
      unitId: input.unitOf(subjectId, channelId),
      channelId,
      category,
      place,
      text,
      measured,
      foundOn: input.day,
      fingerprint,
      recurrenceOf,
    },
    { at: input.at, by, data: { check: checkId, subject: subjectId, evidence } },
    input.calendar,
  );
  out.opened.push({ problem, event });
}

function act(entry: LedgerEntry, move: Move, input: ReconcileInput, seen: Seen | undefined, out: Draft): void {
  const data: ProblemEvent['data'] = seen ? { evidence: seen.finding.evidence } : {};
  const by = { role: 'machine' as const, unitId: null, name: input.machine };
  const done = apply(entry.problem, entry.events, { act: move.act, at: input.at, day: input.day, by, reason: move.reason, data });
  out.events.push(done);
  const close = input.autoClose;
  if (done.act !== 'rechecked_fixed' || !close?.categories.includes(entry.problem.category)) return;
  const order = {
    act: 'closed' as const,
    at: input.at,
    day: input.day,
    by: close.by,
    reason: '机器复核已整改，按办公室设定自动销号',
    data: { auto: true },
  };
  out.events.push(apply(entry.problem, [...entry.events, done], order));
}

/** `whole` is the problem that `entry` was merged into, else the same; once met in this run it has had its answer. */
function onSeen(entry: LedgerEntry, whole: LedgerEntry, seen: Seen, isMet: boolean, input: ReconcileInput, out: Draft): void {
  const outcome = moveOnSeen(entry.problem, project(whole.events), seen.finding, input);
  const id = whole.problem.id;
  if (outcome.kind === 'suppressed') out.suppressed.push({ problemId: id, finding: seen.finding, why: outcome.why });
  else if (outcome.kind === 'new') open(seen, outcome.linked ? id : null, input, out);
  else {
    if (outcome.move && !isMet) act(whole, outcome.move, input, seen, out);
    out.continued.push({ problemId: id, finding: seen.finding });
  }
}

/**
 * Compares a run with the ledger. The same fingerprint continues its open problem; after 销号 it reopens it (the fix
 * did not hold) or opens a new one linked to it (a new lapse, see `isSameLapse`). A problem that a check with a clear
 * answer no longer finds is rechecked as fixed by the machine; whatever was not run or cannot be told changes nothing.
 * Running it twice on one day adds nothing.
 * @throws refused when the run's day lies before an event of a problem it touches; internal on a finding without evidence.
 */
export function reconcile(input: ReconcileInput): Reconciliation {
  const out: Draft = {
    opened: [],
    events: [],
    continued: [],
    suppressed: [],
    vanished: [],
    unverified: [],
    warnings: [],
    contradicted: [],
  };
  const problems = sortFindings(input, out);
  const answered = clearAnswers(input.observations);
  const latest = latestByFingerprint(input.entries);
  const ownOf = ownFindings(input.entries);
  const byId = new Map(input.entries.map((entry) => [entry.problem.id, entry]));
  const met = new Set<LedgerEntry>();
  for (const [fingerprint, seen] of problems) {
    const own = ownOf(seen.finding);
    const entry = latest.get(fingerprint) ?? (own && !met.has(own) && !problems.has(own.problem.fingerprint) ? own : undefined);
    if (!entry) open(seen, null, input, out);
    else {
      const whole = wholeOf(entry, byId);
      onSeen(entry, whole, seen, met.has(whole), input, out);
      met.add(entry).add(whole);
    }
  }
  for (const entry of input.entries) {
    if (met.has(entry)) continue;
    const state = project(entry.events);
    const clear = state.check !== null && state.subject !== null && answered.has(subjectKey(state.check, state.subject));
    const outcome = moveOnGone(state, clear);
    if (outcome === 'vanished') out.vanished.push(entry.problem.id);
    else if (outcome === 'unverified') out.unverified.push(entry.problem.id);
    else if (outcome) act(entry, outcome, input, undefined, out);
  }
  return out;
}
