import type { NoticeText, PlacedTable } from './document.ts';
import type { CellPlace } from './figure.ts';
import { cellNumber } from './numbers.ts';
import { isAverageName, isBlankCell, isPartial, isTotalName, standingOf } from './vocabulary.ts';

export const COLUMN_KINDS = ['serial', 'number', 'percent', 'standing', 'text'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface TableColumn {
  header: string;
  /** Position in the printed table, from 0. */
  at: number;
  kind: ColumnKind;
}

export interface TableRow {
  /** Row of the printed table below its head, from 1. */
  line: number;
  /** Row of the block, from 0. */
  row: number;
  /** By position in `columns`. */
  cells: readonly string[];
}

/**
 * A table as it is meant: one head line, one thing a row. Two lists printed side by side are two tables, and rows that
 * only sum others stand apart.
 */
export interface MeantTable {
  /** 附件1, or 附件1·乡镇 for one of two lists side by side. */
  id: string;
  source: PlacedTable;
  title: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  totals: readonly TableRow[];
  averages: readonly TableRow[];
  /** It says itself that it does not list everything. */
  partial: boolean;
  /** Position in `columns` of what names a row; null when nothing does. */
  name: number | null;
}

export function meantTables(notice: NoticeText): MeantTable[] {
  return notice.tables.flatMap(meant);
}

function meant(source: PlacedTable): MeantTable[] {
  const body = source.rows;
  const depth = headDepth(body);
  const head = headers(body.slice(0, depth));
  if (head.length === 0 || body.length <= depth) return [];
  const lines = body.slice(depth).map((cells, i) => ({ line: i + 1, row: source.first + depth + i, cells }));
  const groups = sideBySide(head);
  return groups.flatMap((positions) => {
    const own = positions.filter((at) => !groups.every((other) => other.includes(at)));
    const kept = lines.filter(({ cells }) => (own.length > 0 ? own : positions).some((at) => !isBlankCell(cells[at] ?? '')));
    if (kept.length === 0) return [];
    const rows = kept.map(({ line, row, cells }) => ({ line, row, cells: positions.map((at) => cells[at]?.trim() ?? '') }));
    const isTotal = (row: TableRow): boolean => row.cells.slice(0, 3).some(isTotalName);
    const isAverage = (row: TableRow): boolean => row.cells.slice(0, 3).some(isAverageName);
    const data = rows.filter((row) => !isTotal(row) && !isAverage(row) && !isEllipsis(row));
    const columns = positions.map((at, i) => ({
      header: head[at] ?? '',
      at,
      kind: kindOf(
        head[at] ?? '',
        data.map((row) => row.cells[i] ?? ''),
      ),
    }));
    const first = columns[positions.indexOf(own[0] ?? -1)]?.header;
    const id = groups.length > 1 && first ? `${source.mark}·${first}` : source.mark;
    const name = nameColumn(columns, data, own);
    const partial = isPartial([source.title, ...source.notes].join(' ')) || rows.some(isEllipsis);
    const [totals, averages] = [rows.filter(isTotal), rows.filter(isAverage)];
    return [{ id, source, title: source.title, columns, rows: data, totals, averages, partial, name }];
  });
}

/** …… in place of the rows left out. */
const isEllipsis = (row: TableRow): boolean => row.cells.some((cell) => /^(?:…+|\.{3,})$/.test(cell.trim()));

const NAMING = /名称|单位|部门|乡镇|镇|街道|地区|县|区|账号|姓名|栏目|标题/;

/** The column that names the rows: of those whose head says so, the one that tells most rows apart; in a list beside another, one of its own. */
function nameColumn(columns: readonly TableColumn[], rows: readonly TableRow[], own: readonly number[]): number | null {
  const options = columns.flatMap(({ header, kind, at }, i) => {
    if (kind !== 'text') return [];
    const cells = rows.map((row) => row.cells[i] ?? '').filter((cell) => !isBlankCell(cell));
    const apart = new Set(cells).size / Math.max(1, rows.length);
    const long = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length) > 24;
    return [
      {
        i,
        worth:
          apart +
          (NAMING.test(header) ? 1 : 0) +
          (own.includes(at) ? 1 : 0) -
          (long || /问题|情况|备注|说明|级别|类别|类型/.test(header) ? 1 : 0),
      },
    ];
  });
  return options.sort((a, b) => b.worth - a.worth || a.i - b.i)[0]?.i ?? null;
}

/** Lines of the head: one, or two or three where merged cells show that a heading spans others. */
function headDepth(rows: PlacedTable['rows']): number {
  let depth = 1;
  while (depth < 3 && depth < rows.length - 1) {
    const above = rows[depth - 1] as readonly string[];
    const here = rows[depth] as readonly string[];
    const spans = above.some((cell, i) => i > 0 && cell.trim() !== '' && cell === above[i - 1]) || above.some((cell) => cell.trim() === '');
    const words = here.every((cell) => cellNumber(cell) === null && standingOf(cell) === null);
    const continues = here.some((cell, i) => cell === above[i] && cell.trim() !== '') || above.some((cell) => cell.trim() === '');
    if (!(spans && words && continues)) break;
    depth += 1;
  }
  return depth;
}

function headers(rows: PlacedTable['rows']): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const parts = rows.map((row) => row[at]?.replace(/\s/g, '') ?? '').filter((text) => text !== '');
    return [...new Set(parts)].join('—');
  });
}

/**
 * Two or more lists printed side by side: after some leading columns the same heads come again and again, only the first
 * of each turn differs (乡镇 … 县级部门 …, 微信名称 … 微博名称 …). Positions of each list.
 */
function sideBySide(head: readonly string[]): number[][] {
  const all = head.map((_, at) => at);
  for (let lead = 0; lead <= 2; lead += 1) {
    const rest = all.slice(lead);
    for (let turns = 4; turns >= 2; turns -= 1) {
      const size = rest.length / turns;
      if (!Number.isInteger(size) || size < 2) continue;
      const parts = Array.from({ length: turns }, (_, turn) => rest.slice(turn * size, (turn + 1) * size));
      const tails = parts.map((part) =>
        part
          .slice(1)
          .map((at) => lowerHead(head[at] ?? ''))
          .join('\n'),
      );
      if (tails.every((tail) => tail === tails[0] && tail.trim() !== '')) return parts.map((part) => [...all.slice(0, lead), ...part]);
    }
  }
  return [all];
}

/** Of 政务微信—检查结果 what the column itself is called; the upper head tells which of the lists it belongs to. */
const lowerHead = (header: string): string => header.slice(header.lastIndexOf('—') + 1);

function kindOf(header: string, cells: readonly string[]): ColumnKind {
  const filled = cells.filter((cell) => !isBlankCell(cell));
  if (filled.length === 0) return 'text';
  if (/^序号$|^编号$|^No\.?$/i.test(header)) return 'serial';
  const most = filled.length * 0.8;
  if (filled.filter((cell) => standingOf(cell) !== null).length >= most) return 'standing';
  const numbers = filled.map(cellNumber);
  if (numbers.filter((number) => number !== null).length < most) return 'text';
  const isGrowth = /[同环]比|增幅|增速/.test(header) && numbers.some((number) => number !== null && number.decimals > 0);
  return /[%％]|率|占比|比例/.test(header) || isGrowth || numbers.some((number) => number?.percent) ? 'percent' : 'number';
}

/** Numbers of a column with their rows; cells without one left out. */
export function numbersOf(table: MeantTable, column: number): { row: TableRow; value: number; decimals: number }[] {
  return table.rows.flatMap((row) => {
    const number = cellNumber(row.cells[column] ?? '');
    return number ? [{ row, value: number.value, decimals: number.decimals }] : [];
  });
}

/** Sum of a column, free of binary fractions. */
export function sumOf(table: MeantTable, column: number): number {
  const numbers = numbersOf(table, column);
  const scale = 10 ** Math.max(0, ...numbers.map(({ decimals }) => decimals));
  return numbers.reduce((sum, { value }) => sum + Math.round(value * scale), 0) / scale;
}

export const nameOf = (table: MeantTable, row: TableRow): string =>
  table.name === null ? `第${row.line}行` : (row.cells[table.name] ?? '');

/** Cells of a column in some rows, by their place in the document. */
export const cellsOf = (table: MeantTable, rows: readonly TableRow[], column: number): CellPlace[] =>
  rows.map(({ row }) => ({ block: table.source.block, row, at: table.columns[column]?.at ?? column }));
