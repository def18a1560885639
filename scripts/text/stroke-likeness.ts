/** How alike two characters look, from their order of strokes and their parts. Build time only: 23 million pairs, a quarter of a minute. */

/** Likeness from which two characters are kept, and the lower one where a whole part stands in the same place (晴睛, 请清, 帐账). */
const ALIKE = 0.8;
const ALIKE_WITH_SAME_PART = 0.62;
/** At most so many look-alikes per character: the nearest. */
const MOST = 16;

interface Drawing {
  character: string;
  /** Code points of the strokes in writing order. */
  strokes: Uint32Array;
  /** The cut at the top: how the parts lie, and the parts. */
  way: string;
  parts: readonly string[];
}

/** The drawings of the characters, as far down as the decomposition goes (rows `清:a(氵,青)`). */
export function drawings(decomposition: string, characters: readonly string[]): Drawing[] {
  const rows = new Map<string, { way: string; parts: string[] }>();
  for (const line of decomposition.split(/\r?\n/)) {
    const match = /^(?:module\.exports = `)?([^:]+):([^(]*)\(([^)]*)\)/u.exec(line);
    if (!match) continue;
    const [, key, way, parts] = match as unknown as [string, string, string, string];
    // Some components stand a second time as equivalent to themselves: the first row is the one that cuts them.
    if (!rows.has(key)) rows.set(key, { way, parts: parts.split(',').filter(Boolean) });
  }
  const known = new Map<string, string>();
  const strokes = (part: string): string => {
    const seen = known.get(part);
    if (seen !== undefined) return seen;
    known.set(part, '');
    const row = rows.get(part);
    const inner = row?.parts.map(strokes).join('') ?? '';
    // `r…` repeats or mirrors its part; a part that is not cut further stands for itself.
    const order = inner === '' ? part.slice(0, 2) : row?.way.startsWith('r') ? inner + inner : inner;
    known.set(part, order);
    return order;
  };
  return characters.map((character) => ({
    character,
    strokes: Uint32Array.from([...strokes(character)], (stroke) => stroke.codePointAt(0) as number),
    way: rows.get(character)?.way ?? '',
    parts: rows.get(character)?.parts ?? [],
  }));
}

/** Character → characters that look like it, the most alike first. */
export function lookAlikes(all: readonly Drawing[]): Record<string, string> {
  const alike = new Map<string, Array<[string, number]>>(all.map(({ character }) => [character, []]));
  for (const [index, one] of all.entries()) {
    for (let other = index + 1; other < all.length; other++) {
      const two = all[other] as Drawing;
      const least = sharesPart(one, two) ? ALIKE_WITH_SAME_PART : ALIKE;
      const likeness = likenessOf(one.strokes, two.strokes, least);
      if (likeness < least) continue;
      alike.get(one.character)?.push([two.character, likeness]);
      alike.get(two.character)?.push([one.character, likeness]);
    }
  }
  const rows = [...alike].filter(([, others]) => others.length > 0);
  return Object.fromEntries(
    rows.map(([character, others]) => {
      others.sort((a, b) => b[1] - a[1]);
      return [
        character,
        others
          .slice(0, MOST)
          .map(([other]) => other)
          .join(''),
      ];
    }),
  );
}

function sharesPart(one: Drawing, two: Drawing): boolean {
  return one.way === two.way && one.parts.length === two.parts.length && one.parts.some((part, index) => part === two.parts[index]);
}

/** Twice the longest common subsequence by the strokes of both, 0 where it cannot reach `least`. */
function likenessOf(a: Uint32Array, b: Uint32Array, least: number): number {
  const total = a.length + b.length;
  if ((2 * Math.min(a.length, b.length)) / total < least) return 0;
  let row = new Uint8Array(b.length + 1);
  let next = new Uint8Array(b.length + 1);
  for (const stroke of a) {
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = stroke === b[j] ? (row[j] as number) + 1 : Math.max(next[j] as number, row[j + 1] as number);
    }
    [row, next] = [next, row];
  }
  return (2 * (row[b.length] as number)) / total;
}
