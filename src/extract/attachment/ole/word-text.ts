import { type RowRule, RuledRows } from '../ruled-rows.ts';
import type { TextLines } from '../text-lines.ts';
import type { RowEnd, Span, WordParts } from './word-formats.ts';
import type { Piece } from './word-pieces.ts';

/** Marks among the letters ([MS-DOC] 2.4.1). */
const CELL = 0x07;
const LINE = 0x0b;
const PAGE_BREAK = 0x0c;
const PARAGRAPH = 0x0d;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;
const HYPHEN = 0x1e;

const LATIN = new TextDecoder('windows-1252');
const WIDE = new TextDecoder('utf-16le');
/** Cells of a row at most; Word allows 63. */
const MAX_CELLS = 512;

/** Walks through the letters of each story: paragraphs become lines, cells and row ends tables, codes of fields and deleted text nothing. */
export function wordTables(
  { document, pieces, allowance }: WordParts,
  stories: readonly { from: number; length: number }[],
  formats: { deleted: readonly Span[]; rowEnds: readonly RowEnd[] },
  lines: TextLines,
): void {
  const deleted = finder(formats.deleted);
  const rowEnd = finder(formats.rowEnds);
  for (const story of stories) {
    const state = createState(lines, allowance);
    for (const piece of within(pieces, story)) {
      if (lines.full || !allowance.goOn()) break;
      const bytes = document.subarray(piece.at, piece.at + piece.length * piece.width);
      const text = (piece.width === 2 ? WIDE : LATIN).decode(bytes);
      for (let i = 0; i < text.length; i++) {
        const place = piece.at + i * piece.width;
        if (!deleted(place)) state.take(text, i, rowEnd(place));
      }
    }
    state.end();
  }
}

function createState(lines: TextLines, allowance: WordParts['allowance']) {
  let line = '';
  let cell: string[] = [];
  let row: string[] = [];
  let table: RuledRows | null = null;
  const codes: boolean[] = [];
  const endTable = (): void => {
    if (table) lines.addTable(table.table(), 'uneven-rows');
    table = null;
  };
  const endLine = (): void => {
    if (row.length > 0 || cell.length > 0) cell.push(line);
    else {
      if (line.trim() !== '') endTable();
      lines.add(line);
    }
    line = '';
  };
  const endCell = (): void => {
    if (row.length < MAX_CELLS) row.push([...cell, line].join('\n').trim());
    line = '';
    cell = [];
  };
  const endRow = (rule: RowRule | null): void => {
    if (row.length === 0) return;
    table ??= new RuledRows(allowance);
    table.add(row, rule);
    lines.addRow(row);
    row = [];
    line = '';
    cell = [];
  };
  return {
    take(text: string, i: number, end: RowEnd | null): void {
      const code = text.charCodeAt(i);
      if (code === FIELD_BEGIN) codes.push(true);
      else if (code === FIELD_SEPARATOR) codes[codes.length - 1] = false;
      else if (code === FIELD_END) codes.pop();
      else if (codes.at(-1) === true) return;
      else if (code === CELL) {
        if (end) endRow(end.rule);
        else endCell();
      } else if (code === PARAGRAPH || code === PAGE_BREAK) endLine();
      else if (code === LINE) line += '\n';
      else if (code === HYPHEN) line += '-';
      else line += text[i];
    },
    end(): void {
      endRow(null);
      endLine();
      endTable();
    },
  };
}

/** The parts of the pieces that belong to a story. */
function* within(pieces: readonly Piece[], { from, length }: { from: number; length: number }): Generator<Piece> {
  for (const piece of pieces) {
    const start = Math.max(piece.from, from);
    const end = Math.min(piece.from + piece.length, from + length);
    if (start < end) yield { ...piece, from: start, length: end - start, at: piece.at + (start - piece.from) * piece.width };
  }
}

/** The one of the spans in which a place lies; asked mostly in rising order. */
function finder<T extends Span>(spans: readonly T[]): (place: number) => T | null {
  if (spans.length === 0) return () => null;
  const sorted = spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  let at = 0;
  return (place) => {
    const current = sorted[at];
    if (current && place >= current.from && place < current.to) return current;
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = sorted[middle] as T;
      if (place < span.from) high = middle - 1;
      else if (place >= span.to) low = middle + 1;
      else {
        at = middle;
        return span;
      }
    }
    return null;
  };
}
