import { connect, isIP } from 'node:net';
import type { Ipv6Reason } from '../../../evidence/condition.ts';
import type { FactData } from '../../../evidence/facts.ts';
import { embeddedIPv4 } from '../../guard/embedded.ts';
import { type Guard, REFUSED_CODE } from '../../guard/guard.ts';
import { errorCode } from '../../http/failure.ts';
import type { Net } from '../../http/net.ts';
import { bareHost } from './host.ts';

export type AddressFamilyFact = FactData<'address-family'>;

/** This machine has no way to IPv6 at all: says nothing about the site. */
const NO_ROUTE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTUNREACH', 'EAFNOSUPPORT', 'EINVAL'];

/** Whether a site has an IPv6 address and a connection to it stands. No more than one name look-up and one connection. */
export async function lookAtIpv6(net: Net, site: URL, signal?: AbortSignal): Promise<AddressFamilyFact> {
  const host = bareHost(site);
  const cannotTell = (hasAAAA: boolean | null, reason: Ipv6Reason): AddressFamilyFact => ({
    host,
    hasAAAA,
    reachable: 'cannot-tell',
    reason,
  });
  if (isIP(host) !== 0) return cannotTell(null, 'literal-address');
  const found = await ipv6Of(net.guard, host, net.settings.connectMs, signal);
  if (found === null) return cannotTell(null, 'dns-failed');
  const [address] = found;
  if (address === undefined) return { host, hasAAAA: false, reachable: 'no', reason: 'no-aaaa' };
  const leave = await net.gate.enter(site, { ignoreRobots: true, signal });
  if (typeof leave === 'string') return cannotTell(true, 'blocked');
  try {
    const port = Number(site.port) || (site.protocol === 'https:' ? 443 : 80);
    const code = await tryConnection(address, port, net.settings.connectMs, signal);
    if (code === '') return { host, hasAAAA: true, reachable: 'yes', reason: null };
    if (code === 'ECONNREFUSED') return { host, hasAAAA: true, reachable: 'no', reason: 'refused' };
    return cannotTell(true, NO_ROUTE.includes(code) ? 'no-ipv6-here' : 'no-answer');
  } finally {
    leave({ distress: false, restMs: null });
  }
}

/** Public IPv6 addresses of a name, [] when it has none, null when the name could not be looked up. */
async function ipv6Of(guard: Guard, host: string, ms: number, signal: AbortSignal | undefined): Promise<string[] | null> {
  const six = await lookUp(guard, host, 6, ms, signal);
  // A network that translates (NAT64) answers with addresses of its own making, which the site does not have.
  if (Array.isArray(six)) return six.filter((address) => embeddedIPv4(address) === null);
  if (six !== REFUSED_CODE) return null;
  // Refused alike are a name without IPv6 addresses and one that leads inside; either has none for visitors.
  return Array.isArray(await lookUp(guard, host, 4, ms, signal)) ? [] : null;
}

/** Permitted addresses of one family, or the code of what went wrong. */
export function lookUp(guard: Guard, host: string, family: 4 | 6, ms: number, signal?: AbortSignal): Promise<string[] | string> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => done('ETIMEDOUT'), ms);
    const abandon = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const done = (answer: string[] | string): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
      resolve(answer);
    };
    signal?.addEventListener('abort', abandon, { once: true });
    guard.lookup(host, { family, all: true }, (error, answers) => {
      if (error) done(errorCode(error));
      else done(Array.isArray(answers) ? answers.map(({ address }) => address) : [answers]);
    });
  });
}

/** '' when the connection stands, else the code of what went wrong. The address was permitted by the guard. */
function tryConnection(host: string, port: number, ms: number, signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, family: 6 });
    const end = (code: string): void => {
      signal?.removeEventListener('abort', abandon);
      socket.destroy();
      resolve(code);
    };
    const abandon = (): void => {
      socket.destroy();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abandon, { once: true });
    socket.setTimeout(ms, () => end('ETIMEDOUT'));
    socket.once('connect', () => end(''));
    socket.once('error', (error) => end(errorCode(error)));
  });
}
