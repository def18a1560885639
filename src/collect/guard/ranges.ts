import { BlockList, isIP } from 'node:net';
import { MingchaError } from '../../core/error.ts';

/** Addresses no request may reach (IANA special-purpose registries, plus cloud metadata outside them). */
const FORBIDDEN_V4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8',
  '100.64.0.0/10', // carrier-grade NAT; Alibaba metadata 100.100.100.200
  '127.0.0.0/8',
  '168.63.129.16/32', // Azure host services
  '169.254.0.0/16', // link-local; metadata 169.254.169.254
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24', // 6to4 relay
  '192.168.0.0/16',
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved and broadcast
];

/** Inside 2000::/3 but not the open internet. Everything outside 2000::/3 is refused without being listed. */
const FORBIDDEN_V6 = [
  '2001::/23', // Teredo, ORCHID, benchmarks
  '2001:db8::/32',
  '2002::/16', // 6to4 hides an IPv4 address
  '3fff::/20',
];

export function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) addRange(list, range);
  return list;
}

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.trim().split('/');
  const family = isIP(address);
  const size = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits);
  if (family === 0 || !Number.isInteger(size) || bits === '' || size < 0 || size > (family === 6 ? 128 : 32)) {
    throw new MingchaError('bad-input', `“${range}”不是网段`, '请写成 10.1.0.0/16 或 fd00::/8 这样的形式，多个网段用逗号隔开', {
      faults: [{ field: 'MINGCHA_ALLOW_NETWORKS', value: range, message: '应为 CIDR 网段，例如 10.1.0.0/16' }],
    });
  }
  list.addSubnet(address, size, family === 6 ? 'ipv6' : 'ipv4');
}

const forbidden = blockList([...FORBIDDEN_V4, ...FORBIDDEN_V6]);
const globalUnicast = blockList(['2000::/3']);

/** Whether an address (canonical text, as DNS or the URL parser gives it) lies on the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !forbidden.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !forbidden.check(address, 'ipv6');
}
