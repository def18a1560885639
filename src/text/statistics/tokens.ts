/** A block cut into tokens (字元): what the language model counts. */
export interface Tokens {
  /** One id a token, a break before the first and behind the last; `ids[1]` is the first token. */
  ids: Uint16Array;
  /** Place of each token in the block, `end` exclusive; 0 and the block's length for the two breaks. */
  starts: Int32Array;
  ends: Int32Array;
  /** Tokens with both breaks. */
  length: number;
}

/** End of a sentence or of the block: no n-gram reaches across it. */
export const BREAK = 1;
/** Any run of digits, with its separators: 2026, 1,200.5. */
const NUMBER = 0x30;
/** Any run of Latin letters: 5G, AI, app. */
const LATIN = 0x41;
/** Pictures and rare characters outside the basic plane. */
const RARE = 2;

/** Marks that end what can be judged together. */
const BREAKS = '。！？!?；;：:\n\r\t…—·|｜●■◆□▲★☆';
/** Marks that say nothing about the words beside them: “放管服”改革 is counted like 放管服改革. */
const UNSEEN = ' \u00a0\u3000“”‘’"\'「」『』';
/** The same mark in two widths. */
const FOLDED: Readonly<Record<string, string>> = {
  ',': '，',
  '(': '（',
  ')': '）',
  '<': '《',
  '>': '》',
  '〈': '《',
  '〉': '》',
  '[': '【',
  ']': '】',
  '〔': '【',
  '〕': '】',
  '％': '%',
};

const DROP = 0;
const CLASS = classTable();

function classTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code += 1) table[code] = code < 0x20 ? DROP : code;
  for (let code = 0xd800; code < 0xe000; code += 1) table[code] = RARE;
  for (const [first, last, id] of [
    [0x30, 0x39, NUMBER],
    [0xff10, 0xff19, NUMBER],
    [0x41, 0x5a, LATIN],
    [0x61, 0x7a, LATIN],
    [0xff21, 0xff3a, LATIN],
    [0xff41, 0xff5a, LATIN],
  ] as const) {
    table.fill(id, first, last + 1);
  }
  for (const mark of BREAKS) table[mark.charCodeAt(0)] = BREAK;
  for (const mark of UNSEEN) table[mark.charCodeAt(0)] = DROP;
  for (const [mark, same] of Object.entries(FOLDED)) table[mark.charCodeAt(0)] = same.charCodeAt(0);
  return table;
}

/** Cuts a block into tokens: one a character; a run of digits or of letters is one; quotes and blanks are left out. */
export function tokenise(block: string): Tokens {
  const room = block.length + 2;
  const ids = new Uint16Array(room);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  let length = 1;
  ids[0] = BREAK;
  for (let i = 0; i < block.length; i += 1) {
    const code = block.charCodeAt(i);
    const id = CLASS[code] as number;
    if (id === DROP) continue;
    if (i > 0 && ends[length - 1] === i && joins(id, ids[length - 1] as number, block, i)) {
      ends[length - 1] = i + 1;
      continue;
    }
    ids[length] = id;
    starts[length] = i;
    ends[length] = i + 1;
    length += 1;
  }
  ids[length] = BREAK;
  starts[length] = block.length;
  ends[length] = block.length;
  return { ids, starts, ends, length: length + 1 };
}

/** Whether the character goes on with the token before it. */
function joins(id: number, before: number, block: string, i: number): boolean {
  if (id === before) return id === NUMBER || id === LATIN || id === RARE || id === BREAK;
  if (before !== NUMBER) return false;
  const code = block.charCodeAt(i);
  const isSeparator = code === 0x2e || code === 0x2c;
  return isSeparator && CLASS[block.charCodeAt(i + 1)] === NUMBER;
}

/** Whether the token is a Chinese character: all others are never put right here. */
export const isHan = (id: number): boolean => id >= 0x4e00 && id <= 0x9fff;
