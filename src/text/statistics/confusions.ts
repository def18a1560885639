import { syllablesOf } from '../characters/readings.ts';
import { sameShape } from '../characters/shapes.ts';
import { isHan } from './tokens.ts';

/** How two characters come to be mistaken for each other. */
export const LIKENESS = { sound: 0, 'near sound': 1, shape: 2, 'sound and shape': 3 } as const;

/** Which characters a character may stand for by mistake, and the syllables of each. */
export interface Confusions {
  /** The characters confused with `id` stand from `start[id]` to `start[id + 1]` in `others`, how they are alike in `likeness`. */
  start: Uint32Array;
  others: Uint16Array;
  likeness: Uint8Array;
  /** Numbers of the syllables of each character, by its id; none for what has no reading in the table. */
  sounds: readonly (readonly number[] | undefined)[];
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Syllables that dialects and typing confuse fall together. */
const foldSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=[aeiouv])/, 'l')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^hu(?=[ae])/, 'f')
    .replace(/^h(?=u$|eng?$)/, 'f');

/** Makes the table for the characters that `isUsed` accepts: those too rare in official text are never proposed. */
export function compileConfusions(isUsed: (id: number) => boolean): Confusions {
  const sounds = new Array<readonly number[] | undefined>(65536);
  const numbers = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const folded = new Map<string, number[]>();
  const foldOf = new Map<string, string>();
  const fold = (syllable: string): string => {
    const known = foldOf.get(syllable) ?? foldSyllable(syllable);
    foldOf.set(syllable, known);
    return known;
  };
  for (let id = FIRST_HAN; id <= LAST_HAN; id += 1) {
    const syllables = syllablesOf(String.fromCharCode(id));
    if (syllables.length === 0) continue;
    for (const syllable of syllables) if (!numbers.has(syllable)) numbers.set(syllable, numbers.size + 1);
    sounds[id] = syllables.map((syllable) => numbers.get(syllable) as number);
    if (!isUsed(id)) continue;
    for (const syllable of syllables) push(exact, syllable, id);
    for (const near of new Set(syllables.map(fold))) push(folded, near, id);
  }
  const start = new Uint32Array(65537);
  const others: number[] = [];
  const likeness: number[] = [];
  // What was found for the character at hand: one more than its likeness, 0 for the rest.
  const how = new Uint8Array(65536);
  for (let id = 0; id < 65536; id += 1) {
    start[id] = others.length;
    if (!isHan(id)) continue;
    const character = String.fromCharCode(id);
    const syllables = syllablesOf(character);
    const found: number[] = [];
    const note = (other: number, likeness: number): void => {
      if (how[other] === 0) found.push(other);
      how[other] = likeness + 1;
    };
    for (const syllable of syllables) for (const other of folded.get(fold(syllable)) ?? []) note(other, LIKENESS['near sound']);
    for (const syllable of syllables) for (const other of exact.get(syllable) ?? []) note(other, LIKENESS.sound);
    for (const shape of sameShape(character)) {
      const other = shape.charCodeAt(0);
      if (isUsed(other)) note(other, how[other] === 0 ? LIKENESS.shape : LIKENESS['sound and shape']);
    }
    for (const other of found) {
      if (other !== id) {
        others.push(other);
        likeness.push((how[other] as number) - 1);
      }
      how[other] = 0;
    }
  }
  start[65536] = others.length;
  return { start, others: Uint16Array.from(others), likeness: Uint8Array.from(likeness), sounds };
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
