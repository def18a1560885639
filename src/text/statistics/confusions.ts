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
  /** Numbers of the syllables of each character, none for what has no reading in the table. */
  sounds: ReadonlyMap<number, readonly number[]>;
}

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
  const sounds = new Map<number, readonly number[]>();
  const numbers = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const folded = new Map<string, number[]>();
  for (let id = 0x4e00; id <= 0x9fff; id += 1) {
    const syllables = syllablesOf(String.fromCharCode(id));
    if (syllables.length === 0) continue;
    for (const syllable of syllables) if (!numbers.has(syllable)) numbers.set(syllable, numbers.size + 1);
    sounds.set(
      id,
      syllables.map((syllable) => numbers.get(syllable) as number),
    );
    if (!isUsed(id)) continue;
    for (const syllable of syllables) push(exact, syllable, id);
    for (const fold of new Set(syllables.map(foldSyllable))) push(folded, fold, id);
  }
  const start = new Uint32Array(65537);
  const others: number[] = [];
  const likeness: number[] = [];
  for (let id = 0; id < 65536; id += 1) {
    start[id] = others.length;
    if (!isHan(id)) continue;
    const character = String.fromCharCode(id);
    const found = new Map<number, number>();
    for (const syllable of syllablesOf(character))
      for (const other of folded.get(foldSyllable(syllable)) ?? []) found.set(other, LIKENESS['near sound']);
    for (const syllable of syllablesOf(character)) for (const other of exact.get(syllable) ?? []) found.set(other, LIKENESS.sound);
    for (const shape of sameShape(character)) {
      const other = shape.charCodeAt(0);
      if (isUsed(other)) found.set(other, found.has(other) ? LIKENESS['sound and shape'] : LIKENESS.shape);
    }
    found.delete(id);
    for (const [other, how] of found) {
      others.push(other);
      likeness.push(how);
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
