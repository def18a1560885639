import { decodeHtml } from '../bytes/decode-html.ts';
import { collapse } from '../markup/plain.ts';
import { type Box, buildTree, walk } from '../markup/tree.ts';
import { parsePage } from '../parse-page.ts';
import type { Allowance } from './allowance.ts';
import type { Content } from './reading.ts';
import { TableBuilder } from './table-builder.ts';
import { TextLines } from './text-lines.ts';

/** A page saved under an office name, or linked as a file. */
const HTML_BYTES = 8 * 1_048_576;

export function readText(bytes: Uint8Array, allowance: Allowance): Content {
  const lines = new TextLines(allowance);
  lines.add(decodeHtml(bytes, null).text);
  return { text: lines.text, blocks: lines.blocks };
}

/** Visible text and tables of a page. */
export function readHtml(bytes: Uint8Array, allowance: Allowance): Content {
  if (bytes.length > HTML_BYTES) allowance.truncated = true;
  const html = decodeHtml(bytes.subarray(0, HTML_BYTES), null).text;
  const lines = new TextLines(allowance);
  for (const { text } of parsePage(html).layout.lines) lines.add(text);
  for (const rows of tablesOf(buildTree(html).root)) lines.addTable(built(rows, allowance));
  return { text: lines.text, tables: lines.tables };
}

/** Rows of one table of a page, merged cells filled in; lines within a cell are divided by `\n`. */
export function tableRows(table: Box, allowance: Allowance): string[][] {
  return built(tablesOf(table)[0] ?? [], allowance);
}

function built(rows: readonly Box[][], allowance: Allowance): string[][] {
  const builder = new TableBuilder(allowance);
  for (const row of rows) builder.addRow(row.map(cellOf));
  return builder.rows;
}

/** Cells of each table by row; those of a table within a table belong to the inner one. */
function tablesOf(root: Box): Box[][][] {
  const tables = new Map<Box, Map<Box, Box[]>>();
  for (const box of walk(root)) {
    if (box.tag !== 'td' && box.tag !== 'th') continue;
    const row = nearest(box, 'tr');
    const table = row && nearest(row, 'table');
    if (!table) continue;
    const rows = tables.get(table) ?? new Map<Box, Box[]>();
    const cells = rows.get(row) ?? [];
    cells.push(box);
    rows.set(row, cells);
    tables.set(table, rows);
  }
  return [...tables.values()].map((rows) => [...rows.values()]);
}

const BREAKS = new Set(['br', 'p', 'div', 'li']);

function nearest(box: Box, tag: string): Box | null {
  let outer = box.parent;
  while (outer !== null && outer.tag !== tag) outer = outer.parent;
  return outer;
}

function cellOf(box: Box) {
  const text = [...walk(box)].map((part) => (BREAKS.has(part.tag) ? '\n' : collapse(part.text))).join('');
  const number = (key: string): number => Number.parseInt(box.attributes[key] ?? '', 10) || 1;
  return { text, span: number('colspan'), down: number('rowspan'), above: false, left: false };
}
