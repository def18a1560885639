import type { Block } from '../../../core/block.ts';
import { rectangular } from '../text-lines.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { closeUp, linesOf, type PageLine, type Piece, segmentsOf, textOf } from './page-lines.ts';
import { type RuledGrid, ruledGrids } from './ruled-grid.ts';

/** What stands on one page: lines of text with their place, and tables. */
export type PageItem =
  | { kind: 'line'; line: PageLine; text: string }
  | { kind: 'table'; block: Block & { kind: 'table' }; xs: readonly number[] };

/** Lines and tables of one page from top to bottom: tables by their borders, else by columns of words. */
export function pageItems(pieces: readonly Piece[], drawn: readonly DrawnLine[]): PageItem[] {
  const grids = ruledGrids(drawn);
  const inGrid = (piece: Piece): RuledGrid | undefined => grids.find((grid) => slotOf(grid, piece) !== null);
  const free = pieces.filter((piece) => !inGrid(piece));
  const tables = grids.flatMap((grid) => {
    const own = pieces.filter((piece) => inGrid(piece) === grid).flatMap((piece) => dividedAt(grid, piece));
    return own.some(({ text }) => text.trim() !== '') ? [{ y: grid.ys[0] as number, item: tableItem(grid, own) }] : [];
  });
  const lines = byColumns(linesOf(free));
  return [...lines, ...tables].sort((a, b) => b.y - a.y).map(({ item }) => item);
}

function slotOf({ xs, ys }: RuledGrid, { x, y, width, height }: Piece): { row: number; column: number } | null {
  const [across, down] = [x + Math.min(width, 8) / 2, y + height * 0.3];
  const column = xs.findIndex((left, i) => across >= left && across < (xs[i + 1] ?? Number.NEGATIVE_INFINITY));
  const row = ys.findIndex((top, i) => down <= top && down > (ys[i + 1] ?? Number.POSITIVE_INFINITY));
  return column < 0 || row < 0 ? null : { row, column };
}

/** Words of neighbouring cells that the library took for one piece, divided at the borders between. */
function dividedAt(grid: RuledGrid, piece: Piece): Piece[] {
  const slot = slotOf(grid, piece);
  const row = slot ? (grid.cells[slot.row] ?? []) : [];
  const borders = grid.xs.filter((x, i) => x > piece.x + 2 && x < piece.x + piece.width - 2 && row[i] !== row[i - 1]);
  if (borders.length === 0) return [piece];
  const letters = [...piece.text];
  const natural = letters.map((letter) => ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.55) * piece.height);
  const gap = Math.max(0, piece.width - natural.reduce((all, width) => all + width, 0)) / borders.length;
  // Where the library saw the gaps it has set blanks.
  const spaced = letters.filter((letter) => letter.trim() === '').length >= borders.length;
  const pieces: Piece[] = [];
  let from = 0;
  let x = piece.x;
  for (const border of borders) {
    let [best, end] = [Number.POSITIVE_INFINITY, x];
    let cut = from;
    for (let i = from, at = x; i <= letters.length; at += natural[i] ?? 0, i += 1) {
      if (spaced && letters[i]?.trim() !== '') continue;
      const off = Math.abs(at + gap / 2 - border);
      if (off < best) [best, cut, end] = [off, i, at];
    }
    pieces.push({ ...piece, text: letters.slice(from, cut).join(''), x, width: end - x });
    [from, x] = [cut, end + gap];
  }
  return [...pieces, { ...piece, text: letters.slice(from).join(''), x, width: piece.x + piece.width - x }];
}

function tableItem(grid: RuledGrid, pieces: readonly Piece[]): PageItem {
  const byCell = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const slot = slotOf(grid, piece);
    const cell = slot ? (grid.cells[slot.row]?.[slot.column] ?? -1) : -1;
    byCell.set(cell, [...(byCell.get(cell) ?? []), piece]);
  }
  const texts = new Map([...byCell].map(([cell, own]) => [cell, cellText(own, rightOf(grid, cell))]));
  const rows = grid.cells.map((row) => row.map((cell) => texts.get(cell) ?? ''));
  return { kind: 'table', block: { kind: 'table', rows }, xs: grid.xs };
}

function rightOf({ xs, cells }: RuledGrid, cell: number): number {
  const column = Math.max(...cells.map((row) => row.lastIndexOf(cell)));
  return xs[column + 1] ?? 0;
}

/** A line of a cell that ends well before the border ends there on purpose; others were only broken for room. */
function cellText(pieces: readonly Piece[], border: number): string {
  let text = '';
  let full = true;
  for (const line of linesOf(pieces)) {
    text += text === '' || full ? textOf(line) : `\n${textOf(line)}`;
    full = border - line.right < line.height * 2.2;
  }
  return closeUp(text);
}

/** Fewest lines set in columns that make a table without borders. */
const LEAST_LINES = 3;

/** Lines, and runs of lines set in the same columns as tables whose columns are by position only. */
function byColumns(lines: readonly PageLine[]): { y: number; item: PageItem }[] {
  const found: { y: number; item: PageItem }[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && segmentsOf(lines[end] as PageLine).length >= 3) end += 1;
    const columns = end - at >= LEAST_LINES ? columnsOf(lines.slice(at, end)) : null;
    if (columns) {
      found.push({ y: (lines[at] as PageLine).y, item: columnTable(lines.slice(at, end), columns) });
      at = end;
    } else {
      const line = lines[at] as PageLine;
      found.push({ y: line.y, item: { kind: 'line', line, text: textOf(line) } });
      at += 1;
    }
  }
  return found;
}

interface Column {
  left: number;
  right: number;
}

/** Columns that no word of any line bridges; null when the lines show none. */
function columnsOf(lines: readonly PageLine[]): Column[] | null {
  const spans = lines.flatMap((line) => segmentsOf(line)).sort((a, b) => a.left - b.left);
  const columns: Column[] = [];
  for (const { left, right } of spans) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns.length >= 3 ? columns : null;
}

function columnTable(lines: readonly PageLine[], columns: readonly Column[]): PageItem {
  const rows = lines.map((line) => {
    const row = new Array<string>(columns.length).fill('');
    for (const { text, left } of segmentsOf(line)) {
      const column = columns.findIndex((one) => left >= one.left && left < one.right);
      if (column >= 0) row[column] = closeUp(`${row[column]}${text}`);
    }
    return row;
  });
  return { kind: 'table', block: { kind: 'table', rows: rectangular(rows), doubt: 'by-position' }, xs: columns.map(({ left }) => left) };
}
