/** A stretch of text as the layers read it, and the way back to the text as given. */
export interface Normalised {
  text: string;
  /** Place in the given text of the unit at `offset`. */
  startOf(offset: number): number;
  /** Place in the given text behind the unit before `offset`. */
  endOf(offset: number): number;
}

export interface NormaliseOptions {
  /** Readings without a tone mark, 的(de), are taken out too: only sure where the page has marked ones. */
  plainReadings?: boolean;
}

const HAN = '\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff';
const CHINESE = new RegExp(`[${HAN}，。；：、！？（）《》“”‘’【】]`);
const HAN_LETTER = new RegExp(`[${HAN}]`);

/** Readings in brackets behind a character that show their tone, 務(wù): what a clone of a page puts in. */
const MARKED_READING = /[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]*[)）]/y;
const PLAIN_READING = /[（(][a-zü]{1,6}[)）]/y;

/**
 * Radicals that stand for the character in text copied out of PDF and that NFKC leaves alone. Each is followed by its character.
 */
const RADICALS = '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const RADICAL = new Map(Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS[2 * i], RADICALS[2 * i + 1]] as const));

/** What may have to be changed at all; most blocks hold none of it. */
const ODD =
  /[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u2e80-\u2fdf\u3000\ufeff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹa-z]/;
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const BLANK = /[\s\u00a0\u3000]/;
const ENDS_SENTENCE = /[。；！？，]/;

/**
 * Reads a block as a reader sees it: full-width digits and letters as half-width, radicals as characters, marks that nobody
 * sees, line ends and odd blanks within Chinese and inserted readings taken out. Nothing is ever put in, so every unit has its place.
 */
export function normalise(given: string, { plainReadings = false }: NormaliseOptions = {}): Normalised {
  if (!ODD.test(given)) return { text: given, startOf: (offset) => offset, endOf: (offset) => offset };
  const places: number[] = [];
  const letters: string[] = [];
  const sentence = ENDS_SENTENCE.test(given);
  for (let at = 0; at < given.length; ) {
    const unit = given[at] as string;
    const skipped = lengthToSkip(given, at, unit, { sentence, plainReadings });
    if (skipped > 0) at += skipped;
    else {
      places.push(at);
      letters.push(plain(unit));
      at += 1;
    }
  }
  const text = letters.join('');
  return {
    text,
    startOf: (offset) => places[offset] ?? given.length,
    endOf: (offset) => (offset <= 0 ? 0 : (places[offset - 1] ?? given.length - 1) + 1),
  };
}

/** How many units from here no layer should see; 0 for a unit that stays. */
function lengthToSkip(given: string, at: number, unit: string, how: { sentence: boolean; plainReadings: boolean }): number {
  if (UNSEEN.test(unit)) return 1;
  if (BLANK.test(unit)) return blanksToSkip(given, at, how.sentence);
  if ((unit === '(' || unit === '（') && at > 0 && HAN_LETTER.test(given[at - 1] as string))
    return readingAt(MARKED_READING, given, at) || (how.plainReadings ? readingAt(PLAIN_READING, given, at) : 0);
  return 0;
}

function readingAt(pattern: RegExp, given: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(given)?.[0].length ?? 0;
}

/**
 * A line end or one blank between two Chinese letters of a sentence, and the blanks of a spaced-out heading (通　知). Blanks that
 * divide names in a list, and wide gaps, stay: joined words would be nobody's words.
 */
function blanksToSkip(given: string, at: number, sentence: boolean): number {
  const before = given[at - 1];
  let end = at;
  let lines = 0;
  while (end < given.length && BLANK.test(given[end] as string)) {
    if (given[end] === '\n') lines += 1;
    end += 1;
  }
  const after = given[end];
  if (before === undefined || after === undefined || !CHINESE.test(before) || !CHINESE.test(after)) return 0;
  const width = end - at;
  if (lines === 1) return width;
  if (sentence && width === 1) return width;
  const alone = (place: number): boolean => given[place] === undefined || !HAN_LETTER.test(given[place] as string);
  return alone(at - 2) && alone(end + 1) && width <= 4 ? width : 0;
}

function plain(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff5a && /[０-９Ａ-Ｚａ-ｚ]/.test(unit)) return String.fromCharCode(code - 0xfee0);
  if (code === 0xa0) return ' ';
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const compatible = RADICAL.get(unit) ?? unit.normalize('NFKC');
    return compatible.length === 1 ? compatible : unit;
  }
  return unit;
}

/** From this many readings with a tone on, the page counts as glossed, and those without a tone are readings too. */
const SURE = 3;
const ANY_MARKED = new RegExp(`(?<=[${HAN}])${MARKED_READING.source}`, 'g');

/** Whether a page carries inserted readings (夹有注音). */
export const isGlossed = (text: string): boolean => (text.match(ANY_MARKED)?.length ?? 0) >= SURE;

const ANY_READING = new RegExp(`(?<=[${HAN}])(?:${MARKED_READING.source}|${PLAIN_READING.source})`, 'g');

/** Where the readings inserted into a glossed page stand; none in a page that explains a rare letter or two. */
export const insertedReadings = (text: string): Array<{ start: number; end: number }> =>
  isGlossed(text) ? Array.from(text.matchAll(ANY_READING), ({ index, 0: reading }) => ({ start: index, end: index + reading.length })) : [];
