const LONGEST_PLACE = 14;

/** Whether a name that begins with 县, 市 or 区 belongs to another area written before it: 大余[县扶贫办]. */
export function isOfOtherArea(block: string, start: number, found: string, places: ReadonlySet<string>, own: string): boolean {
  const within = [...(places.size > 0 ? lengths(found.length) : [])].map((length) => found.slice(0, length));
  if (within.some((head) => places.has(head) && head !== own)) return true;
  if (!/^[县市区旗州]/.test(found)) return false;
  for (let length = 2; length <= LONGEST_PLACE && start + 1 - length >= 0; length++) {
    const name = block.slice(start + 1 - length, start + 1);
    if (places.has(name)) return name !== own;
  }
  return false;
}

function* lengths(most: number): Generator<number> {
  for (let length = 2; length <= Math.min(most, LONGEST_PLACE); length++) yield length;
}
