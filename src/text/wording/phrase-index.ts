import { compareFrom, type Edit } from './edits.ts';

/** A spelling the index knows. */
export interface Spelling {
  text: string;
  /** Slips it is searched with: 0 = only as it stands, 1, or 2 for long ones. */
  budget: 0 | 1 | 2;
  /** Whether changed places of words and gaps are searched too. */
  long: boolean;
}

/** A spelling met in a text, unharmed (no edits) or nearly. Places are in the folded text. */
export interface Meeting {
  /** Number of the spelling in the list the index was made of. */
  spelling: number;
  start: number;
  end: number;
  edits: readonly Edit[];
}

/** A place in a spelling by which it is found: two or three letters within a piece that must stand unharmed. */
interface Anchor {
  spelling: number;
  /** Where the letters stand in the spelling. */
  at: number;
  pieceFrom: number;
  pieceTo: number;
}

const FILTER_BITS = 20;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

/**
 * Finds spellings with few slips. Pigeonhole: cut in one piece more than slips are allowed, one piece at least stands unharmed
 * (halves for one slip, thirds for two). Of each piece the letters that are rarest in the list are looked up, so that the many
 * titles that begin alike are not all compared at each 最高人民法院.
 */
export class PhraseIndex {
  private readonly pairs = new Map<number, Anchor[]>();
  private readonly triples = new Map<number, Anchor[]>();
  /** One bit per hash: tells nearly every place of a text apart without a look at the maps. */
  private readonly filter = new Uint8Array((FILTER_MASK + 1) >> 3);
  private readonly spellings: readonly Spelling[];

  constructor(spellings: readonly Spelling[]) {
    this.spellings = spellings;
    const rarity = countTriples(spellings);
    for (const [number, spelling] of spellings.entries()) {
      for (const [from, to] of piecesOf(spelling)) this.add(anchorOf(spelling.text, number, from, to, rarity));
    }
  }

  private add(anchor: Anchor): void {
    const { text } = this.spellings[anchor.spelling] as Spelling;
    const isTriple = anchor.pieceTo - anchor.pieceFrom >= 3;
    const key = isTriple ? tripleKey(text, anchor.at) : pairKey(text, anchor.at);
    const map = isTriple ? this.triples : this.pairs;
    const list = map.get(key);
    if (list) list.push(anchor);
    else map.set(key, [anchor]);
    const bit = hashOf(key);
    this.filter[bit >> 3] = (this.filter[bit >> 3] as number) | (1 << (bit & 7));
  }

  /** Every meeting in the text; one spelling may be met at one place by several of its pieces. */
  meetings(text: string): Meeting[] {
    const found: Meeting[] = [];
    const { filter } = this;
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = pairKey(text, at);
      const pairBit = hashOf(pair);
      if (((filter[pairBit >> 3] as number) >> (pairBit & 7)) & 1) this.meet(this.pairs.get(pair), text, at, found);
      const triple = tripleKey(text, at);
      const tripleBit = hashOf(triple);
      if (((filter[tripleBit >> 3] as number) >> (tripleBit & 7)) & 1) this.meet(this.triples.get(triple), text, at, found);
    }
    return found;
  }

  private meet(anchors: readonly Anchor[] | undefined, text: string, at: number, found: Meeting[]): void {
    if (!anchors) return;
    for (const { spelling, at: within, pieceFrom, pieceTo } of anchors) {
      const known = this.spellings[spelling] as Spelling;
      const textFrom = at - within + pieceFrom;
      if (textFrom < 0 || !stands(known.text, pieceFrom, pieceTo, text, textFrom)) continue;
      const met = compareFrom(known.text, text, pieceFrom, pieceTo, textFrom, known);
      if (met) found.push({ spelling, ...met });
    }
  }
}

function stands(phrase: string, from: number, to: number, text: string, textFrom: number): boolean {
  for (let i = from; i < to; i++) if (phrase.charCodeAt(i) !== text.charCodeAt(textFrom + i - from)) return false;
  return true;
}

/**
 * Halves for one slip, thirds for two and for words that changed places; the whole where no slip is searched. Letters swapped across
 * the middle harm both halves: what follows them is a piece too.
 */
function piecesOf({ text, budget, long }: Spelling): Array<[number, number]> {
  const count = budget === 0 ? 1 : budget === 2 || long ? 3 : 2;
  const pieces = Array.from({ length: count }, (_, i): [number, number] => [
    Math.floor((i * text.length) / count),
    Math.floor(((i + 1) * text.length) / count),
  ]);
  const middle = Math.floor(text.length / 2);
  return count === 2 && text.length >= 5 ? [...pieces, [middle + 1, text.length]] : pieces;
}

function anchorOf(text: string, spelling: number, pieceFrom: number, pieceTo: number, rarity: ReadonlyMap<number, number>): Anchor {
  let at = pieceFrom;
  if (pieceTo - pieceFrom >= 3) {
    const count = (place: number): number => rarity.get(tripleKey(text, place)) ?? 0;
    for (let place = pieceFrom + 1; place + 3 <= pieceTo; place++) if (count(place) < count(at)) at = place;
  }
  return { spelling, at, pieceFrom, pieceTo };
}

function countTriples(spellings: readonly Spelling[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { text } of spellings) {
    for (let at = 0; at + 3 <= text.length; at++) counts.set(tripleKey(text, at), (counts.get(tripleKey(text, at)) ?? 0) + 1);
  }
  return counts;
}

const pairKey = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
/** Two triples may share a key; the comparison that follows tells them apart. */
const tripleKey = (text: string, at: number): number =>
  Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^ (text.charCodeAt(at + 2) * 0x27d4);
const hashOf = (key: number): number => {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & FILTER_MASK;
};
