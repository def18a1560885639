import { parseAddress } from '../../http/address.ts';
import { type Gain, noGain, type Scan } from '../scan.ts';
import { lookAtIpv6 } from './address-family.ts';
import { lookAtCertificate } from './look-at-certificate.ts';

/** Requests and connections one look at the condition makes at most, for the budget. */
const REQUESTS = 3;

/** Certificate and IPv6 of the site, once a scan; the domain and mixed content are read off the pages themselves. */
export async function lookAtCondition(scan: Scan): Promise<Gain> {
  const gain = noGain();
  const { id, url } = scan.job.site;
  const site = parseAddress(url);
  if (site === null || !scan.deps.net.guard.permits(site)) return gain;
  const { clock, net, signal } = scan.deps;
  const at = clock.now();
  const certificate = await lookAtCertificate(net, site, at, signal);
  const ipv6 = await lookAtIpv6(net, site, signal);
  scan.spend.use(REQUESTS);
  gain.facts.push(scan.fact('certificate', id, at, url, null, certificate), scan.fact('address-family', id, at, url, null, ipv6));
  return gain;
}
