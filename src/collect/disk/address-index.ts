import { ownCopy } from '../frontier/own-copy.ts';

/** 16-byte keys of addresses to small numbers, in two flat arrays: about 40 bytes an address, whatever its length. */
export interface AddressIndex {
  /** The number of an address, -1 when it has none. */
  find(url: string): number;
  /** Gives an address that has none the next number. */
  add(url: string): number;
  readonly size: number;
}

const FULL = 0.6;
/** The addresses met last, which are those of the site's frame, need no hashing. */
const RECENT = 20_000;

export function createAddressIndex(): AddressIndex {
  let capacity = 1_024;
  let keys = new Uint32Array(capacity * 4);
  let numbers = new Uint32Array(capacity);
  let size = 0;
  const recent = new Map<string, number>();
  const key = new Uint32Array(4);

  const slotOf = (): number => {
    let slot = (key[0] as number) & (capacity - 1);
    while (numbers[slot] !== 0) {
      const at = slot * 4;
      if (keys[at] === key[0] && keys[at + 1] === key[1] && keys[at + 2] === key[2] && keys[at + 3] === key[3]) break;
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  };
  const grow = (): void => {
    const before = { keys, numbers, capacity };
    capacity *= 2;
    keys = new Uint32Array(capacity * 4);
    numbers = new Uint32Array(capacity);
    for (let old = 0; old < before.capacity; old++) {
      if (before.numbers[old] === 0) continue;
      key.set(before.keys.subarray(old * 4, old * 4 + 4));
      const slot = slotOf();
      keys.set(key, slot * 4);
      numbers[slot] = before.numbers[old] as number;
    }
  };
  const remember = (url: string, number: number): number => {
    if (recent.size >= RECENT) recent.clear();
    recent.set(ownCopy(url), number);
    return number;
  };
  return {
    find(url) {
      const known = recent.get(url);
      if (known !== undefined) return known;
      addressKey(url, key);
      const number = (numbers[slotOf()] as number) - 1;
      return number < 0 ? -1 : remember(url, number);
    },
    add(url) {
      if (size + 1 > capacity * FULL) grow();
      addressKey(url, key);
      const slot = slotOf();
      keys.set(key, slot * 4);
      numbers[slot] = ++size;
      return remember(url, size - 1);
    },
    get size() {
      return size;
    },
  };
}

/** Four hashes of 32 bits that run into one another. Two of a million addresses share all 128 bits by chance about once in 10^26 sites. */
export function addressKey(url: string, into: Uint32Array): void {
  let a = 1_779_033_703;
  let b = 3_144_134_277;
  let c = 1_013_904_242;
  let d = 2_773_480_762;
  for (let at = 0; at < url.length; at++) {
    const code = url.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597_399_067);
    b = c ^ Math.imul(b ^ code, 2_869_860_233);
    c = d ^ Math.imul(c ^ code, 951_274_213);
    d = a ^ Math.imul(d ^ code, 2_716_044_179);
  }
  a = Math.imul(c ^ (a >>> 18), 597_399_067);
  b = Math.imul(d ^ (b >>> 22), 2_869_860_233);
  c = Math.imul(a ^ (c >>> 17), 951_274_213);
  d = Math.imul(b ^ (d >>> 19), 2_716_044_179);
  into[0] = a ^ b ^ c ^ d;
  into[1] = b ^ a;
  into[2] = c ^ a;
  into[3] = d ^ a;
}

const words = new Uint32Array(4);

/** The key as 32 hexadecimal digits, the form in which a database takes it. */
export function hexKey(url: string): string {
  addressKey(url, words);
  let text = '';
  for (const word of words) text += word.toString(16).padStart(8, '0');
  return text;
}
