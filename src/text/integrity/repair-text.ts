import { insertedReadings } from '../normalise.ts';
import { isWord } from '../wording/two-letter-words.ts';
import { findLostBytes } from './lost-bytes.ts';
import { countScripts, simplify } from './scripts.ts';

/** One change to a damaged text. Offsets are into the text as given. */
export interface Change {
  start: number;
  end: number;
  before: string;
  after: string;
  /** A person should look: the bytes do not say it alone. */
  doubtful: boolean;
}

/** Kinds of repair (修复), each told once with all its changes. */
export const REPAIR_KINDS = {
  'readings-removed': '删去插入的注音',
  'bytes-restored': '补回丢失的字节',
  simplified: '繁体字还原为简体字',
} as const;
export interface Repair {
  kind: keyof typeof REPAIR_KINDS;
  changes: readonly Change[];
}

/** From this share of traditional letters a text is read as simplified; a word or two of it may be meant. */
const COPY_SHARE = 0.02;
/** Letters of which each script has its own use: 著 in 著作 stays, in 著力 it is 着; where no word tells, a person must. */
const AMBIGUOUS = /[著乾徵瞭餘藉]/;

/**
 * Repairs what a copying site or a broken download did to a text (B09): readings inserted behind letters, bytes lost, script
 * converted. Every change is listed; nothing else is touched. A text without damage comes back as it is.
 */
export function repairText(given: string): { text: string; repairs: Repair[] } {
  const readings = insertedReadings(given).map(({ start, end }): Change => change(given, start, end, '', false));
  const bare = apply(given, readings);
  // Bytes are only sought where something else shows that the text is a damaged copy: ，A级 is ordinary Chinese.
  const damaged = readings.length > 0 || isCopy(bare.text);
  const bytes = (damaged ? findLostBytes(bare.text) : []).map(
    ({ start, end, after, doubtful }): Change => ({
      ...change(given, bare.at(start), bare.at(end - 1) + 1, after, doubtful),
      before: bare.text.slice(start, end),
    }),
  );
  const whole = apply(given, merged(readings, bytes));
  const letters = isCopy(whole.text) ? letterChanges(given, whole) : { text: whole.text, changes: [] };
  const repairs: Repair[] = [
    { kind: 'readings-removed', changes: readings },
    { kind: 'bytes-restored', changes: bytes },
    { kind: 'simplified', changes: letters.changes },
  ];
  return { text: letters.text, repairs: repairs.filter(({ changes }) => changes.length > 0) };
}

const change = (given: string, start: number, end: number, after: string, doubtful: boolean): Change => ({
  start,
  end,
  before: given.slice(start, end),
  after,
  doubtful,
});

function isCopy(text: string): boolean {
  const { han, traditional } = countScripts(text);
  return traditional >= 3 && traditional >= han * COPY_SHARE;
}

interface Applied {
  text: string;
  /** Place in the given text of letter `i`. */
  at(i: number): number;
}

/** Applies changes that stand in order and do not overlap; letters put in have the place of what they stand for. */
function apply(given: string, changes: readonly Change[]): Applied {
  const places: number[] = [];
  let text = '';
  let from = 0;
  const copy = (to: number): void => {
    for (let i = from; i < to; i++) places.push(i);
    text += given.slice(from, to);
  };
  for (const { start, end, after } of changes) {
    copy(start);
    for (let i = 0; i < after.length; i++) places.push(Math.min(start + i, end - 1));
    text += after;
    from = end;
  }
  copy(given.length);
  return { text, at: (i) => places[i] ?? given.length };
}

/** Readings that stand within a stretch whose bytes are restored went with it. */
function merged(readings: readonly Change[], bytes: readonly Change[]): Change[] {
  const outside = readings.filter((one) => !bytes.some(({ start, end }) => one.start >= start && one.end <= end));
  return [...outside, ...bytes].sort((a, b) => a.start - b.start);
}

function letterChanges(given: string, whole: Applied): { text: string; changes: Change[] } {
  const text = simplify(whole.text);
  const changes: Change[] = [];
  // Script is converted letter for letter; should a word ever change its length, the places behind it would not be known.
  if (text.length !== whole.text.length)
    return { text, changes: [{ start: 0, end: given.length, before: whole.text, after: text, doubtful: true }] };
  for (let i = 0; i < text.length; i++) {
    const before = whole.text[i] as string;
    const after = text[i] as string;
    const doubtful = AMBIGUOUS.test(before) && !isWord(text[i - 1], after) && !isWord(after, text[i + 1]);
    if (before === after && !doubtful) continue;
    const start = whole.at(i);
    changes.push({ start, end: start + 1, before, after, doubtful });
  }
  return { text, changes };
}
