import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Face } from '../layout/faces.ts';
import { mmTwips, twips } from '../layout/geometry.ts';
import { CELL_LINE, CELL_SIDE_PT, CELL_TOP_PT, cellSize, GROUP_ROWS, ROW_MIN_MM } from '../layout/table.ts';
import { cellText, headCells, type Table as NoticeTable, type TableColumn } from '../table.ts';
import { exact, freeParagraph, textRun } from './text.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const RULES = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };

/** Fixed widths over the whole type area, explicit rules, head repeated on every page, rows never broken (8; common practice). */
export function wordTable(table: NoticeTable): Table {
  const size = cellSize(table);
  const widths = columnTwips(table);
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: RULES,
    margins: {
      top: twips(CELL_TOP_PT),
      bottom: twips(CELL_TOP_PT),
      left: twips(CELL_SIDE_PT),
      right: twips(CELL_SIDE_PT),
      marginUnitType: WidthType.DXA,
    },
    rows: [...headRows(table, widths, size), ...bodyRows(table, widths, size)],
  });
}

/** Whole twips that add up to the width of the table exactly: the last column takes the remainder. */
export function columnTwips(table: NoticeTable): number[] {
  const total = mmTwips(table.columns.reduce((sum, column) => sum + column.width, 0));
  const widths = table.columns.map((column) => mmTwips(column.width));
  const rest = total - widths.reduce((a, b) => a + b, 0);
  widths[widths.length - 1] = (widths.at(-1) ?? 0) + rest;
  return widths;
}

function headRows(table: NoticeTable, widths: readonly number[], size: number): TableRow[] {
  const head = headCells(table.columns);
  return Array.from({ length: head.rows }, (_, row) => {
    const cells: TableCell[] = [];
    for (let column = 0; column < table.columns.length; ) {
      const own = head.cells.find((cell) => cell.row === row && cell.column === column);
      const over = own ?? head.cells.find((cell) => cell.rows === 2 && cell.column === column);
      const span = own?.columns ?? 1;
      const merge = over?.rows === 2 ? (row === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE) : undefined;
      const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
      cells.push(cell(row === 0 || own ? (over?.title ?? '') : '', 'hei', size, 'center', width, { columnSpan: span, merge }));
      column += span;
    }
    return tableRow(cells, true);
  });
}

function bodyRows(table: NoticeTable, widths: readonly number[], size: number): TableRow[] {
  const merges = new Map(
    table.merges.flatMap((m) => Array.from({ length: m.rows }, (_, i) => [`${m.column}/${m.from + i}`, i === 0] as const)),
  );
  const held = heldRows(table);
  return table.rows.map((row, index) =>
    tableRow(
      table.columns.map((column, i) => {
        const first = merges.get(`${column.key}/${index}`);
        const merge = first === undefined ? undefined : first ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
        const text = first === false ? '' : cellText(table, row, column.key);
        return cell(text, 'body', size, column.align, widths[i] ?? 0, { merge, keepNext: held.has(index) });
      }),
      false,
    ),
  );
}

/** Rows that stay with the next one: all but the last of a small group. */
function heldRows(table: NoticeTable): Set<number> {
  const small = table.merges.filter((merge) => merge.rows <= GROUP_ROWS);
  return new Set(small.flatMap((merge) => Array.from({ length: merge.rows - 1 }, (_, i) => merge.from + i)));
}

function tableRow(cells: TableCell[], tableHeader: boolean): TableRow {
  return new TableRow({
    children: cells,
    ...(tableHeader ? { tableHeader } : {}),
    cantSplit: true,
    height: { value: mmTwips(ROW_MIN_MM), rule: 'atLeast' },
  });
}

type MergeState = (typeof VerticalMergeType)[keyof typeof VerticalMergeType] | undefined;

function cell(
  text: string,
  face: Face,
  size: number,
  align: TableColumn['align'],
  width: number,
  { columnSpan = 1, merge, keepNext = false }: { columnSpan?: number; merge?: MergeState; keepNext?: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(merge ? { verticalMerge: merge } : {}),
    children: text.split('\n').map((line) => cellParagraph(line, face, size, align, keepNext)),
  });
}

function cellParagraph(text: string, face: Face, size: number, align: TableColumn['align'], keepNext: boolean): Paragraph {
  return freeParagraph({
    ...(keepNext ? { keepNext } : {}),
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: exact(size * CELL_LINE),
    children: text === '' ? [] : [textRun(text, face, size)],
  });
}
