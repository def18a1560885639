import { registeredName } from '../../core/host-names.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { ExternalDoubt, ExternalHost, ExternalStanding } from '../../evidence/intrusion.ts';
import type { HostDecision, KnownHost } from '../../store/external-hosts.ts';
import { findSpam } from '../../text/intrusion/spam-terms.ts';
import { unlikeTitles } from '../../text/intrusion/titles.ts';
import { spamTerms } from './spam-list.ts';

/** How one external site stands: the decision about it, and what looks at its domain say. A decision for the site goes before one for the area. */
export function judgeHost(host: KnownHost, decisions: readonly HostDecision[], looks: readonly Fact<'domain'>[]): ExternalHost {
  const { name, url, foundOn, foundOnCount, firstSeenAt, siteId } = host;
  const decision = decisions.find((one) => one.siteId === siteId) ?? decisions.find((one) => one.siteId === '') ?? null;
  const look = newestTelling(looks)?.data ?? null;
  const doubts = doubtsOf(name, decision, look);
  return {
    name,
    standing: standingOf(decision, doubts),
    doubts,
    url,
    title: look?.title ?? null,
    foundOn: [...foundOn],
    foundOnCount,
    firstSeen: firstSeenAt,
    decision: decision && { by: decision.byName, at: decision.at, reason: decision.reason },
  };
}

/** A look of ours that failed says nothing of the site, nor does it take back what was seen before. */
function newestTelling(looks: readonly Fact<'domain'>[]): Fact<'domain'> | undefined {
  return looks.filter(({ data }) => data.state !== 'cannot-tell').sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

type DomainLook = Fact<'domain'>['data'];

function doubtsOf(name: string, decision: HostDecision | null, look: DomainLook | null): ExternalDoubt[] {
  if (look === null) return [];
  const doubts: ExternalDoubt[] = [];
  const title = look.title ?? '';
  // It was decided on when it could be seen, so it resolved then.
  if (look.state === 'does-not-resolve' && decision?.ledTo) doubts.push('lapsed');
  if (look.state === 'parked' || look.state === 'resold-suspected') doubts.push('parked');
  const led = look.ledTo === undefined ? null : registeredName(look.ledTo);
  if (led !== null && led !== (decision?.ledTo ?? name)) doubts.push('led-elsewhere');
  if (decision?.title && title !== '' && unlikeTitles(decision.title, title)) doubts.push('other-title');
  if (findSpam(title, spamTerms()).weight >= 2) doubts.push('spam');
  return doubts;
}

/** Whoever allowed a site allowed what it was then. A redirect that was there already is no change. */
function standingOf(decision: HostDecision | null, doubts: readonly ExternalDoubt[]): ExternalStanding {
  if (decision === null) return 'open';
  if (decision.decision === 'refused') return 'refused';
  return doubts.length > 0 ? 'changed' : 'allowed';
}
