/**
 * Addresses under way or read, until their step is closed: a page that another address leads to is read once, whichever
 * of the two is met first.
 */
export interface Arrivals {
  /** Notes that an address is about to be looked at; false when another one led to it already. */
  start(url: string): boolean;
  /** Notes that a redirect led to the address; false when it is looked at itself, or another one led to it. */
  claim(url: string): boolean;
  has(url: string): boolean;
  /** Their step is closed: what becomes of them is up to the frontier from now on. */
  forget(urls: Iterable<string>): void;
}

export function createArrivals(): Arrivals {
  const known = new Set<string>();
  const note = (url: string): boolean => {
    if (known.has(url)) return false;
    known.add(url);
    return true;
  };
  return {
    start: note,
    claim: note,
    has: (url) => known.has(url),
    forget(urls) {
      for (const url of urls) known.delete(url);
    },
  };
}
