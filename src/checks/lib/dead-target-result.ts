import type { Category } from '../../core/category.ts';
import { type CalendarDate, dateAt } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import type { Reason } from '../../core/verdict.ts';
import type { CheckResult, Finding } from '../define.ts';
import type { Target } from './dead-targets.ts';
import { cannotTell, fail, finding, notRun, pass } from './result.ts';

export type Describe = (target: Target) => { text: string; measured: CheckResult['measured'] };

/**
 * The result over all targets: dead ones are problems; ones that keep failing in a way that may be ours are notes for
 * a person; single failures wait for another look.
 */
export function deadTargetResult(all: readonly Target[], category: Category, describe: Describe): CheckResult {
  const of = (state: Target['state']) => all.filter((target) => target.state === state);
  const [dead, doubtful, unconfirmed, unseen] = [of('dead'), of('doubtful'), of('unconfirmed'), of('not-seen')];
  const measured = {
    targets: all.length,
    dead: dead.length,
    doubtful: doubtful.length,
    unconfirmed: unconfirmed.length,
    notSeen: unseen.length,
  };
  if (all.length === 0) return notRun('no-evidence', measured);
  const problems = dead.map((target) => targetFinding('problem', target, category, describe(target)));
  const notes = doubtful.map((target) => targetFinding('note', target, category, describe(target)));
  if (problems.length) return fail([...problems, ...notes], measured);
  if (unconfirmed.length) return cannotTell('too-few-looks', measured, notes);
  if (notes.length) return cannotTell('needs-person', measured, notes);
  if (unseen.length === all.length) return notRun(unseenReason(unseen), measured);
  return pass(measured);
}

/** Nothing was seen at all: every look was refused, or none is recent. */
function unseenReason(unseen: readonly Target[]): Reason {
  if (unseen.every(({ last }) => last.data.outcome === 'robots')) return 'robots';
  return unseen.every(({ looks }) => looks.length === 0) ? 'blocked' : 'no-evidence';
}

function targetFinding(level: Finding['level'], target: Target, category: Category, { text, measured }: ReturnType<Describe>): Finding {
  const [on] = target.last.data.foundOn;
  const place = { type: 'page' as const, id: sha256(target.url).slice(0, 20), label: on?.text || target.url, url: target.url };
  const evidence = target.looks.map((fact) => fact.id);
  return finding(level, category, place, text, evidence, { ...measured, ...commonNumbers(target) });
}

function commonNumbers({ url, last, looks }: Target): CheckResult['measured'] {
  const [on] = last.data.foundOn;
  const day = (at: string | undefined): CalendarDate | null => (at === undefined ? null : dateAt(at));
  return {
    url,
    outcome: last.data.outcome,
    status: last.data.status,
    own: last.data.own,
    home: last.data.foundOn.some((page) => page.home),
    foundOn: on?.url ?? null,
    foundOnCount: last.data.foundOnCount,
    anchorText: on?.text ?? null,
    looks: looks.length,
    firstSeen: day(looks[0]?.at),
    lastSeen: day(looks.at(-1)?.at),
  };
}
