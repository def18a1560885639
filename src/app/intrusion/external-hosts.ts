import { addDays, type CalendarDate, type Instant, instantOf } from '../../core/date.ts';
import { type HostStanding, hostStanding, ownNames, registeredName } from '../../core/host-names.ts';
import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import { foreignAddresses, hostsKnownSince, knownHosts, type MetHost, noteHosts, standingDecisions } from '../../store/external-hosts.ts';
import { latestOfSubjects } from '../../store/facts.ts';
import { readRegister } from '../../store/register.ts';
import type { Site } from '../../subjects/channel.ts';
import type { App } from '../open.ts';
import { emptyTally, foldAddresses } from './fold-addresses.ts';
import { judgeHost } from './judge-host.ts';
import type { SiteHosts } from './page-of.ts';

/** An external site that no page has led to for this long is no longer linked to. */
export const MET_WITHIN_DAYS = 31;
/** How long a site must have been watched before a name counts as new on it. */
const WATCHED_DAYS = 14;
/** External sites a fact keeps; a county site has some dozens. */
const KEPT = 400;
const AT_ONCE = 2_000;

/** Hosts of every site and column of an area: links among them lead nowhere foreign. */
export async function ownHostsOf(app: App, areaId: string): Promise<Set<string>> {
  const { sites, columns } = await readRegister(app.db, areaId);
  const addresses = [...sites.map(({ url }) => url), ...columns.flatMap(({ url }) => url ?? [])];
  return ownNames(addresses.flatMap((address) => URL.parse(address)?.host ?? []));
}

/** What the pages of a site are read against. */
export async function siteHosts(app: App, site: Pick<Site, 'id' | 'areaId'>, day: CalendarDate): Promise<SiteHosts> {
  const own = await ownHostsOf(app, site.areaId);
  const since = await hostsKnownSince(app.db, site.id);
  if (since === null || since > instantOf(addDays(day, -WATCHED_DAYS), '00:00')) return { own, before: null };
  const known = await knownHosts(app.db, [site.id], instantOf(addDays(day, -400), '00:00'));
  const before = new Set(known.filter(({ firstSeenAt }) => firstSeenAt < instantOf(day, '00:00')).map(({ name }) => name));
  return { own, before };
}

/**
 * Notes the external sites that a scan or sweep in hand has met, and answers the `external-hosts` fact of the site: all of the last
 * month that somebody must decide on, with what the office has decided about them (seeds S03). Called once, at the end of the scan, while its addresses are there.
 */
export async function externalHostsFact(
  app: App,
  input: { site: Pick<Site, 'id' | 'areaId' | 'url'>; runId: string; day: CalendarDate; at: Instant },
): Promise<Fact<'external-hosts'>> {
  const { site, runId, day, at } = input;
  const own = await ownHostsOf(app, site.areaId);
  const tally = emptyTally();
  for (let after = 0; ; ) {
    const rows = await foreignAddresses(app.db, { siteId: site.id, runId }, after, AT_ONCE);
    foldAddresses(tally, rows, (host) => hostStanding(host, own));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) break;
    after = last.seq;
  }
  const met = [tally.government, tally.neutral, tally.foreign].flatMap((names) => [...names.values()]);
  await noteHosts(app.db, site.id, met, at);
  const since = instantOf(addDays(day, -MET_WITHIN_DAYS), '00:00');
  const known = (await knownHosts(app.db, [site.id], since)).filter((host) => standingBefore(host, own) === 'foreign');
  const decisions = await standingDecisions(app.db, site.areaId);
  const looks = await domainLooks(app, site.id, known, at);
  const hosts = known.slice(0, KEPT).map((host) =>
    judgeHost(
      host,
      decisions.filter(({ name }) => name === host.name),
      looks.get(host.name) ?? [],
    ),
  );
  return makeFact({
    kind: 'external-hosts',
    channelId: site.id,
    subjectId: site.id,
    at,
    source: site.url,
    how: 'http/1',
    blob: null,
    data: { government: tally.government.size, neutral: tally.neutral.size, hosts, truncated: known.length > KEPT },
  });
}

/** How a site that was met stands by its name alone. The register may have come to own it since. */
export const standingBefore = ({ url, name }: Pick<MetHost, 'url' | 'name'>, own: ReadonlySet<string>): HostStanding =>
  hostStanding(URL.parse(url)?.host ?? name, own);

/** The looks at the domains of these sites, newest first, by registered name. */
export async function domainLooks(
  app: App,
  siteId: string,
  known: readonly MetHost[],
  at: Instant,
): Promise<Map<string, Fact<'domain'>[]>> {
  const hosts = [...new Set(known.map(({ url }) => URL.parse(url)?.hostname ?? ''))].filter(Boolean);
  const facts = await latestOfSubjects(
    app.db,
    siteId,
    'domain',
    hosts.map((host) => stableId('domain', host)),
    at,
  );
  const looks = new Map<string, Fact<'domain'>[]>();
  for (const fact of facts) {
    const name = registeredName(fact.data.host);
    looks.set(name, [...(looks.get(name) ?? []), fact]);
  }
  return looks;
}
