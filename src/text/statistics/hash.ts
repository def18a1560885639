/** Where every n-gram begins. */
export const SEED = 0x2545f491;

/** Takes one more token into the state of an n-gram; the state of (a, b) after (a) is that of the pair. */
export function step(state: number, id: number): number {
  const mixed = Math.imul(state ^ id, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The key of an n-gram: 32 bits, spread evenly. */
export function keyOf(state: number): number {
  let key = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}
