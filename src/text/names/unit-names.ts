import type { BlockReader } from '../finding.ts';
import { compileWording } from '../wording/compile-wording.ts';
import type { Phrase } from '../wording/phrase.ts';
import type { NamesLists } from './office.ts';
import { isOfOtherArea } from './other-area.ts';

/** Shorter names have too many neighbours that are right: 大桥镇, 大侨镇 may both be. */
const LEAST_LETTERS = 4;
/** A name of four letters must sound or look alike to be a slip and no other unit (县水力局, but not 县林业局 for 县农业局). */
const SHORT = 4;
const SURE = 0.8;
const FILES_FROM = 0.85;

const phrase = (text: string, aliases: readonly string[]): Phrase => ({
  text,
  kind: 'organ',
  validFrom: null,
  validTo: null,
  aliases,
  severity: 2,
  replacedBy: null,
  note: '',
});

/** Near misses of the names of the area's own units, by the engine of the fixed wordings; their short forms are right. */
export function compileUnitNames(lists: NamesLists): BlockReader {
  const known = new Set(lists.offices.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => spellings(one, lists.area))));
  for (const { name } of lists.formerNames) for (const one of spellings(name, lists.area)) known.add(one);
  const long = [...known].filter((name) => name.length >= LEAST_LETTERS);
  const short = [...known].filter((name) => name.length < LEAST_LETTERS && name.length >= 2);
  const phrases = long.map((name, i) => phrase(name, i === 0 ? short : []));
  const read = compileWording({ phrases, wrongWords: [], idioms: [], day: lists.day });
  return (block) =>
    read(block).flatMap((finding) => {
      const { start, found, suggestion, score, kind } = finding;
      if (suggestion === null || kind === 'blended-phrase' || known.has(found)) return [];
      if (score < (suggestion.length <= SHORT ? SURE : 0.6)) return [];
      if (isOfOtherArea(block, start, found, lists.places, lists.area)) return [];
      const why = `本地区单位名录中为“${suggestion}”。`;
      return [{ ...finding, layer: 'L2' as const, kind: 'unit-name' as const, severity: 2 as const, files: score >= FILES_FROM, why }];
    });
}

/** 县民政局 and 信丰县民政局. */
export function spellings(name: string, area: string): string[] {
  const level = area.at(-1) as string;
  if (name.startsWith(area)) return [name, `${level}${name.slice(area.length)}`];
  return name.startsWith(level) && name.length >= 4 ? [name, `${area.slice(0, -1)}${name}`] : [name];
}
