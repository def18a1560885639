import { countLetters, documentCodes, messageRanges, quotedSpeech, type Range, unscoredLanguage, verseRanges } from './unscored.ts';

/** What a block is to a reader. */
export type BlockRole = 'title' | 'lead' | 'heading' | 'paragraph' | 'cell';

export type Unscored = 'message' | 'verse' | 'foreign' | 'no-words';

/** One paragraph, heading or table cell of a text. Offsets are into the text as given. */
export interface TextBlock {
  start: number;
  end: number;
  role: BlockRole;
  /** Letters in it, blanks not counted. */
  letters: number;
  /** Why its words are not judged: a message from the public, verse, code or a foreign language, hardly any words. null: they are. */
  unscored: Unscored | null;
  /** Ranges within a scored block that are somebody else's words, or no words. */
  quoted: readonly Range[];
}

/** Where a document of known structure has its cells and paragraphs. */
export type Piece = Range & { cell: boolean };

/** A block so long that nobody wrote it as a paragraph is cut at the end of a sentence. */
const LONGEST = 4_000;
const TITLE = 80;

/** Divides a text into blocks. `pieces`: its paragraphs and cells, where the file tells them; else lines and tabs do. */
export function divide(text: string, pieces: readonly Piece[] = piecesOf(text)): TextBlock[] {
  const blocks = pieces.flatMap((piece) => cut(text, trimmed(text, piece))).filter(({ start, end }) => end > start);
  const messages = messageRanges(text, blocks);
  const verses = verseRanges(text, blocks);
  const roles = rolesOf(text, blocks);
  return blocks.map(({ start, end }, i) => {
    const within = (range: Range): boolean => range.start <= start && range.end >= end;
    const own = text.slice(start, end);
    const counts = countLetters(own);
    const unscored = messages.some(within) ? 'message' : verses.some(within) ? 'verse' : unscoredLanguage(counts);
    const partly = messages.filter((range) => range.start < end && range.end > start);
    const quoted =
      unscored === null ? [...partly, ...[...quotedSpeech(own), ...documentCodes(own)].map((range) => shifted(range, start))] : [];
    return { start, end, role: roles[i] as BlockRole, letters: counts.letters, unscored, quoted };
  });
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

function trimmed(text: string, { start, end, cell }: Piece): Piece {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from += 1;
  while (to > from && /\s/.test(text[to - 1] as string)) to -= 1;
  return { start: from, end: to, cell };
}

function cut(text: string, piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = piece.start;
  while (piece.end - from > LONGEST) {
    const reach = text.slice(from, from + LONGEST);
    const sentence = Math.max(...['。', '！', '？', '；', '\n'].map((mark) => reach.lastIndexOf(mark)));
    const to = from + (sentence > LONGEST / 4 ? sentence + 1 : LONGEST);
    parts.push({ ...piece, start: from, end: to });
    from = to;
  }
  parts.push({ ...piece, start: from });
  return parts;
}

/** The first line is the title when it reads like one; the first paragraph below it is the lead. */
function rolesOf(text: string, blocks: readonly Piece[]): BlockRole[] {
  const lineLike = ({ start, end, cell }: Piece): boolean =>
    !cell && end - start <= TITLE && !/[。！？；，：]$/.test(text.slice(start, end));
  const isTitled =
    blocks.length > 1 && blocks[0] !== undefined && lineLike(blocks[0]) && blocks.some((block) => !block.cell && !lineLike(block));
  const lead = isTitled ? blocks.findIndex((block) => !block.cell && !lineLike(block)) : -1;
  return blocks.map((block, i) => {
    if (isTitled && i === 0) return 'title';
    if (block.cell) return 'cell';
    if (i === lead) return 'lead';
    return lineLike(block) ? 'heading' : 'paragraph';
  });
}

const LINE = /[^\n\r\u2028\u2029\f\v]+/g;

/** Paragraphs and cells of a plain text: a line is a paragraph, tabs divide cells, lines that were only wrapped are joined. */
function piecesOf(text: string): Piece[] {
  const lines = Array.from(text.matchAll(LINE), ({ index, 0: line }) => ({ start: index, end: index + line.length }));
  const width = wrapWidth(text, lines);
  const pieces: Piece[] = [];
  let open: { start: number; end: number } | null = null;
  for (const [i, line] of lines.entries()) {
    const whole: Range = open === null ? line : { start: open.start, end: line.end };
    const next = lines[i + 1];
    if (next && width !== null && goesOn(text, line, next, width)) {
      open = whole;
      continue;
    }
    open = null;
    pieces.push(...cellsOf(text, whole));
  }
  return pieces;
}

function cellsOf(text: string, { start, end }: Range): Piece[] {
  const line = text.slice(start, end);
  if (!line.trim().includes('\t')) return [{ start, end, cell: false }];
  let at = start;
  return line.split('\t').map((cell) => {
    const piece = { start: at, end: at + cell.length, cell: true };
    at += cell.length + 1;
    return piece;
  });
}

/** Columns: a Chinese letter takes two. */
function columns(text: string, { start, end }: Range): number {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += text.charCodeAt(i) > 0x2e7f ? 2 : 1;
  return sum;
}

const NARROWEST_WRAP = 32;
const ENDED = /[。！？；：…”）)】》.!?;:]\s*$/;

/** The width a text was wrapped at; null for one line a paragraph, or one a sentence. */
function wrapWidth(text: string, lines: readonly Range[]): number | null {
  const open = lines.filter(({ start, end }, i) => i + 1 < lines.length && !ENDED.test(text.slice(Math.max(start, end - 8), end)));
  if (open.length < 3) return null;
  const widths = open.map((line) => columns(text, line));
  const widest = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.9)] as number;
  const full = widths.filter((width) => Math.abs(width - widest) <= 4).length;
  const longer = lines.filter((line) => columns(text, line) > widest + 6).length;
  return widest >= NARROWEST_WRAP && full * 10 >= open.length * 6 && longer * 10 <= lines.length ? widest : null;
}

const BEGINS =
  /^(?:\s{2,}|　|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、．]|第[一二三四五六七八九十百\d]+[条章节]|[●■◆▲★·-])/;

function goesOn(text: string, line: Range, next: Range, width: number): boolean {
  if (/\n[^\S\n]*\n|\r[^\S\r\n]*\r/.test(text.slice(line.end, next.start))) return false;
  if (ENDED.test(text.slice(Math.max(line.start, line.end - 8), line.end))) return false;
  return Math.abs(columns(text, line) - width) <= 4 && !BEGINS.test(text.slice(next.start, next.start + 12));
}
