import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { embeddedIPv4 } from './embedded.ts';
import { isSanePort } from './ports.ts';
import { blockList, isPublicAddress } from './ranges.ts';

/** Error code of a refused address, carried by the error that a connection attempt ends with. */
export const REFUSED_CODE = 'ERR_MINGCHA_REFUSED_ADDRESS';

export interface ResolvedAddress {
  address: string;
  family: number;
}
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** Keeps the crawler, which anyone may point anywhere, away from the inside of the network (SSRF). */
export interface Guard {
  /** False for a scheme, port, userinfo or literal address that may not be visited. Names are judged by `lookup`. */
  permits(url: URL): boolean;
  permitsAddress(address: string): boolean;
  /**
   * DNS for `net.connect`: hands on only permitted addresses, so the address that was judged is the
   * one connected to and a name that changes its answer in between (rebinding) gains nothing.
   */
  lookup: LookupFunction;
}

const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true, order: 'verbatim' });

/** `allowNetworks`: CIDR ranges opened by the operator although they are not public. Throws MingchaError on a bad range. */
export function createGuard(options: { allowNetworks: readonly string[]; resolve?: Resolve }): Guard {
  const allowed = blockList(options.allowNetworks);
  const resolve = options.resolve ?? systemResolve;

  const permitsOne = (address: string): boolean =>
    allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') || isPublicAddress(address);
  const permitsAddress = (text: string): boolean => {
    const address = text.replace(/%.*$/, ''); // zone of a link-local address
    return isIP(address) !== 0 && permitsOne(embeddedIPv4(address) ?? address);
  };

  const lookup: LookupFunction = (hostname, query, done) => {
    resolve(hostname).then(
      (answers) => {
        const usable = answers.filter((answer) => permitsAddress(answer.address) && (!query.family || query.family === answer.family));
        const first = usable[0];
        if (!first) done(refusal(hostname), '', 4);
        else if (query.all) done(null, [...usable]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };

  return {
    permits(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
      if (url.username !== '' || url.password !== '' || !isSanePort(url.port)) return false;
      const host = url.hostname.replace(/^\[|\]$/g, '');
      // The URL parser has turned decimal, octal, hex, short and full-width forms into dotted ones.
      return isIP(host) === 0 || permitsAddress(host);
    },
    permitsAddress,
    lookup,
  };
}

function refusal(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`address of ${hostname} is not permitted`), { code: REFUSED_CODE });
}
