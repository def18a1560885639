import type { Instant } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Target } from '../frontier/frontier.ts';
import { lookAtTarget } from '../http/look-at-target.ts';
import { isOpenQuestion } from './again.ts';
import type { Scan } from './scan.ts';

export interface TargetLook {
  fact: Fact<'link'>;
  url: string;
  outcome: Outcome;
  at: Instant;
  /** Outcomes of the looks before this one. */
  before: readonly Outcome[];
}

/** One look at a target, as one `link` fact. A page opened earlier in the scan is not asked for a second time. */
export async function lookAtTargetOnce(scan: Scan, target: Target): Promise<TargetLook> {
  const again = target.outcomes.length > 0;
  const earlier = again ? undefined : scan.pageLooks.get(target.url);
  if (earlier)
    return { url: target.url, outcome: earlier.outcome, at: earlier.at, before: [], fact: linkFact(scan, target, earlier, null) };
  const { clock, net, blobs, signal } = scan.deps;
  const at = clock.now();
  const look = await scan.confirmSoftGone(await lookAtTarget(net, target, { again, referer: target.foundOn[0]?.url, signal }));
  scan.spend.count(look, 'target', target.own);
  // What is said against somebody is kept; what is fine needs no proof.
  const blob = isOpenQuestion(look.outcome) && look.bytes && look.bytes.length > 0 ? await blobs.put(look.bytes) : null;
  return {
    url: target.url,
    outcome: look.outcome,
    at,
    before: [...target.outcomes],
    fact: linkFact(scan, target, { outcome: look.outcome, status: look.status, at }, blob),
  };
}

function linkFact(
  scan: Scan,
  target: Target,
  look: { outcome: Outcome; status: number | null; at: Instant },
  blob: string | null,
): Fact<'link'> {
  const { url, relation, foundOn, foundOnCount, own } = target;
  return scan.fact('link', stableId('target', url), look.at, url, blob, {
    url,
    relation: relation === 'part' ? 'attachment' : relation,
    outcome: look.outcome,
    status: look.status,
    foundOn: [...foundOn],
    foundOnCount,
    own,
  });
}
