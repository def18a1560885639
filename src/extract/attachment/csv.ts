import { decodeHtml } from '../bytes/decode-html.ts';
import type { Allowance } from './allowance.ts';
import type { Content, Table } from './reading.ts';
import { TextLines } from './text-lines.ts';

/** Rows of a CSV file (RFC 4180) in any charset; columns are divided by what its first line is divided by. */
export function readCsv(bytes: Uint8Array, allowance: Allowance): Content {
  const { text } = decodeHtml(bytes, null);
  const lines = new TextLines(allowance);
  const table: Table = [];
  for (const row of rowsOf(text, divider(text))) {
    if (!allowance.cells(row.length) || lines.full) break;
    table.push(row);
    lines.addRow(row);
  }
  lines.addTable(table);
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks };
}

function divider(text: string): string {
  const [head = ''] = text.slice(0, 4_096).split(/[\r\n]/, 1);
  return [',', '\t', ';'].map((mark) => ({ mark, count: head.split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark as string;
}

/** A quoted cell holds anything, a quote doubled; one that is never closed ends with the file. */
function* rowsOf(text: string, mark: string): Generator<string[]> {
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at;
    let cell = '';
    if (text[at] === '"') {
      let from = at + 1;
      for (end = text.indexOf('"', from); end !== -1 && text[end + 1] === '"'; end = text.indexOf('"', from)) {
        cell += text.slice(from, end + 1);
        from = end + 2;
      }
      if (end === -1) end = text.length;
      cell += text.slice(from, end);
      end = Math.min(text.length, end + 1);
    }
    const from = end;
    while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end += 1;
    row.push(cell + text.slice(from, end));
    if (text[end] !== mark) {
      if (row.length > 1 || row[0] !== '') yield row;
      row = [];
    }
    at = end + 1;
  }
  if (row.length > 0) yield row;
}
