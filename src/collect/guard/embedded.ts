import { isIPv6 } from 'node:net';

/** Prefixes that carry an IPv4 address in their last 32 bits: mapped, translated, compatible, NAT64 (RFC 6052). */
const CARRIERS = ['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '0:0:0:0:0:0', '64:ff9b:0:0:0:0'];

/**
 * The IPv4 address inside an IPv6 address, null when there is none.
 * A packet to `::ffff:7f00:1` or `64:ff9b::7f00:1` arrives at 127.0.0.1, so that is the address to judge.
 */
export function embeddedIPv4(address: string): string | null {
  if (!isIPv6(address)) return null;
  const groups = expand(address);
  const high = groups[6] as number;
  const low = groups[7] as number;
  const prefix = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':');
  if (!CARRIERS.includes(prefix) || (high === 0 && low <= 1)) return null; // :: and ::1 are addresses of their own
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** The eight 16-bit groups of a valid IPv6 address, dotted tail and `::` written out. */
function expand(address: string): number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = dotted ? address.slice(0, dotted.index) + hexTail(dotted.slice(1).map(Number)) : address;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
}

const hexTail = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string => `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
