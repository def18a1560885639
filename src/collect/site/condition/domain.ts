import { stableId } from '../../../core/id.ts';
import type { Fact } from '../../../evidence/fact.ts';
import type { FactData } from '../../../evidence/facts.ts';
import type { Outcome } from '../../../evidence/outcome.ts';
import { decodeHtml } from '../../../extract/bytes/decode-html.ts';
import { scanPage } from '../../../extract/markup/scan-page.ts';
import { readParked } from '../../../extract/page/parked.ts';
import { parseAddress } from '../../http/address.ts';
import { isReadable } from '../../http/classify.ts';
import { fetchLook } from '../../http/fetch-look.ts';
import type { Look } from '../../http/look.ts';
import { type Gain, noGain, type Scan } from '../scan.ts';
import { lookUp } from './address-family.ts';
import { bareHost } from './host.ts';

type DomainFact = FactData<'domain'>;
const NO_SIGNS = { signals: [], words: [] };

/** Answers of the name service that say there is no such name; all others may be its own trouble, or ours. */
const NO_SUCH_NAME = ['ENOTFOUND', 'ENODATA'];
/** Endings that show a page. A parked domain may well call its page an error. */
const SHOWN: readonly Outcome[] = ['ok', 'too-large', 'gone', 'soft-gone', 'server-error', 'client-error'];

/** What a look at one address tells of the domain it stands on. */
export async function domainOf(scan: Scan, look: Look, own: boolean): Promise<DomainFact> {
  const host = bareHost(new URL(look.url));
  const about = { host, own, url: look.url, outcome: look.outcome };
  if (look.outcome === 'dns-failed') {
    const { guard, settings } = scan.deps.net;
    const answer = await lookUp(guard, host, 4, settings.connectMs, scan.deps.signal);
    const absent = typeof answer === 'string' && NO_SUCH_NAME.includes(answer);
    return { ...about, state: absent ? 'does-not-resolve' : 'cannot-tell', ...NO_SIGNS };
  }
  if (!SHOWN.includes(look.outcome)) return { ...about, state: 'cannot-tell', ...NO_SIGNS };
  // Something that is no page, or an error without words, stands on a domain somebody keeps.
  if (!isReadable(look.bytes, look.headers.contentType)) return { ...about, state: 'ok', ...NO_SIGNS };
  const { text } = decodeHtml(look.bytes, look.headers.contentType);
  return { ...about, ...readParked(text, look.url, look.finalUrl) };
}

export interface ForeignHost {
  key: string;
  host: string;
  /** An address on it that a page of the site links to. */
  url: string;
  /** The page. */
  referer: string | null;
}

/** Hosts that pages link to and nobody has looked at yet, up to the limit of a scan; of each one address, the shortest. */
export async function foreignHosts(scan: Scan): Promise<ForeignHost[]> {
  const hosts = new Map<string, { url: string; referer: string | null }>();
  const linked = (await scan.frontier.fresh(scan.settings.maxRequests)).filter(({ own, relation }) => !own && relation === 'link');
  const opened = await scan.known.opened(linked.map(({ url }) => url));
  for (const { url, foundOn } of linked) {
    if (opened.has(url)) continue;
    const { hostname } = new URL(url);
    const known = hosts.get(hostname)?.url;
    if (known === undefined || url.length < known.length || (url.length === known.length && url < known))
      hosts.set(hostname, { url, referer: foundOn[0]?.url ?? null });
  }
  const all = [...hosts].map(([host, link]) => ({ key: `domain:${host}`, host, ...link }));
  const left = scan.settings.maxDomains - scan.countFinished('domain:');
  // Another order every day, so that each host has its turn, and the same one for whoever goes on with the scan.
  const turn = ({ host }: ForeignHost): string => stableId('turn', `${scan.job.day} ${host}`);
  const open = all.filter(({ key }) => !scan.isFinished(key)).sort((a, b) => (turn(a) < turn(b) ? -1 : 1));
  return open.slice(0, Math.max(0, left));
}

/** By what a foreign host is known again: its title, and where it led. Nothing for one that did not show a page. */
function knownBy({ outcome, bytes, headers, finalUrl }: Look): Pick<DomainFact, 'title' | 'ledTo'> {
  if (outcome !== 'ok' || !isReadable(bytes, headers.contentType)) return {};
  const { title } = scanPage(decodeHtml(bytes, headers.contentType).text, finalUrl, { limit: 0 });
  return { title: title?.slice(0, 120) ?? null, ledTo: new URL(finalUrl).hostname };
}

/** One look at a foreign host by way of an address the site links to; the link itself is not asked for again. */
export async function lookAtForeignHost(scan: Scan, { host, url, referer }: ForeignHost): Promise<Gain> {
  const gain = noGain();
  const { clock, net, blobs, signal } = scan.deps;
  const at = clock.now();
  const look = await scan.confirmSoftGone(await fetchLook(net, url, { read: 'sample', referer: referer ?? undefined, signal }));
  scan.spend.count(look, 'target', false);
  const data = { ...(await domainOf(scan, look, false)), ...knownBy(look) };
  const telling = data.signals.length > 0 && look.bytes !== null && look.bytes.length > 0;
  const blob = telling ? await blobs.put(look.bytes as Uint8Array) : null;
  gain.facts.push(scan.fact('domain', stableId('domain', host), at, url, blob, data));
  gain.pageLooks.push({ url: parseAddress(url)?.href ?? url, outcome: look.outcome, status: look.status, at });
  return gain;
}

export const ownDomainFact = async (scan: Scan, look: Look, at: string, blob: string | null): Promise<Fact<'domain'>> =>
  scan.fact('domain', scan.job.site.id, at, look.url, blob, await domainOf(scan, look, true));
