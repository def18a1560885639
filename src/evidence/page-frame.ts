/** Positions of a fingerprint; two hex digits each. */
const SIZE = 32;
/** Share of equal positions from which two pages are built alike. A page of other content keeps nearly all, a redesign nearly none. */
const ALIKE = 0.5;

/**
 * Fingerprint of a set of names (min-wise hashing): the share of equal positions of two fingerprints estimates how much
 * the sets have in common. Null for an empty set, which says nothing.
 */
export function frameOf(names: ReadonlySet<string>): string | null {
  if (names.size === 0) return null;
  const least = new Array<number>(SIZE).fill(0xffffffff);
  for (const name of names) {
    const base = hash(name);
    for (let i = 0; i < SIZE; i++) least[i] = Math.min(least[i] as number, mix(base, i));
  }
  return least.map((value) => (mix(value, SIZE) & 0xff).toString(16).padStart(2, '0')).join('');
}

/** Whether two pages are built alike; null when either is unknown. */
export function framesAlike(a: string | null | undefined, b: string | null | undefined): boolean | null {
  if (!a || !b || a.length !== b.length) return null;
  let equal = 0;
  for (let i = 0; i < a.length; i += 2) if (a.slice(i, i + 2) === b.slice(i, i + 2)) equal++;
  return equal >= (a.length / 2) * ALIKE;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** One of many independent hashes of a hash (the finalizer of MurmurHash3). */
function mix(value: number, i: number): number {
  let h = (value ^ Math.imul(i + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
