import table from '../data/readings.json' with { type: 'json' };

/**
 * Sounds that writers in the south and pinyin keyboards with fuzzy sounds take for each other: the syllable is folded to one of
 * the two, so that 政/增, 因/应, 南/蓝, 发/花 count as near.
 */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?!g|$)/, 'l'],
  [/^hun$/, 'fen'],
  [/^hui$/, 'fei'],
  [/^hu(?=a|$)/, 'f'],
  [/^f$/, 'fu'],
  [/([aei])ng$/, '$1n'],
];

interface Readings {
  /** Character → its syllables without tone. */
  exact: Map<string, readonly string[]>;
  near: Map<string, readonly string[]>;
}

let made: Readings | undefined;

/** Made at first use: some 20 ms for 6,800 characters. */
function readings(): Readings {
  if (made) return made;
  const exact = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table)) {
    const folded = FOLDS.reduce((sound, [from, to]) => sound.replace(from, to), syllable);
    for (const character of characters) {
      add(exact, character, syllable);
      add(near, character, folded);
    }
  }
  made = { exact, near };
  return made;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function share(one: readonly string[] | undefined, two: readonly string[] | undefined): boolean {
  return one?.some((syllable) => two?.includes(syllable)) ?? false;
}

/** The readings of a character without tone (`zheng`; ü is written v), empty for what is no common Chinese character. */
export function syllablesOf(character: string): readonly string[] {
  return readings().exact.get(character) ?? [];
}

/** Whether two characters can be read the same, tones aside (整/政). */
export function soundsSame(one: string, two: string): boolean {
  return share(readings().exact.get(one), readings().exact.get(two));
}

/** Whether two characters can be read the same or nearly so: tones, z/zh c/ch s/sh, n/l, f/h and final n/ng aside. */
export function soundsAlike(one: string, two: string): boolean {
  return share(readings().near.get(one), readings().near.get(two));
}

/** All common characters that share a reading with this one, tones aside, itself left out. */
export function sameSound(character: string): string[] {
  const rows: Record<string, string | undefined> = table;
  const all = syllablesOf(character).flatMap((syllable) => [...(rows[syllable] ?? '')]);
  return [...new Set(all)].filter((other) => other !== character);
}
