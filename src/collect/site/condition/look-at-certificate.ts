import type { Instant } from '../../../core/date.ts';
import type { Outcome } from '../../../evidence/outcome.ts';
import { fetchLook } from '../../http/fetch-look.ts';
import { shakeHands } from '../../http/handshake.ts';
import type { Net } from '../../http/net.ts';
import { type CertificateFact, type CertificateReading, noReading, readCertificate } from './certificate.ts';
import { bareHost } from './host.ts';

/** Longest look at whether http leads on to https. */
const REDIRECT_MS = 10_000;

/** The certificate of a site's host, and whether its plain address leads to it. At most a handshake and one request. */
export async function lookAtCertificate(net: Net, site: URL, at: Instant, signal?: AbortSignal): Promise<CertificateFact> {
  const host = bareHost(site);
  const uses = site.protocol === 'https:' ? 'https' : 'http';
  // A plain http site on a port of its own has no https address that anyone could name.
  const elsewhere = uses === 'http' && site.port !== '';
  const reading = elsewhere ? noReading('none', null) : await handshakeAt(net, site, host, uses, at, signal);
  const httpsRedirect = site.port === '' && reading.state !== 'none' ? await leadsToHttps(net, site, signal) : null;
  return { host, uses, ...reading, httpsRedirect };
}

async function handshakeAt(
  net: Net,
  site: URL,
  host: string,
  uses: CertificateFact['uses'],
  at: Instant,
  signal: AbortSignal | undefined,
): Promise<CertificateReading> {
  const secure = new URL(`https://${site.host}/`);
  if (!net.guard.permits(secure)) return noReading('not-run', 'refused-address');
  // No page is asked for, so robots.txt has no say; the host's pace has.
  const leave = await net.gate.enter(secure, { ignoreRobots: true, signal });
  if (typeof leave === 'string') return noReading('not-run', leave satisfies Outcome);
  try {
    const hand = await shakeHands(net.guard, { host, port: Number(secure.port) || 443, ms: net.settings.connectMs, signal });
    if (uses === 'http' && hand.code === 'ECONNREFUSED') return noReading('none', null);
    return readCertificate(hand, host, at);
  } finally {
    leave({ distress: false, restMs: null });
  }
}

async function leadsToHttps(net: Net, site: URL, signal: AbortSignal | undefined): Promise<boolean | null> {
  const look = await fetchLook(net, `http://${site.host}/`, {
    method: 'HEAD',
    read: 'sample',
    totalMs: REDIRECT_MS,
    pastCertificate: true,
    signal,
  });
  if (look.hops.some(({ url }, i) => i > 0 && url.startsWith('https:'))) return true;
  return look.status === null ? null : false;
}
