import type { Block } from '../../core/block.ts';
import { rectangular } from '../attachment/text-lines.ts';

const RULE = /^:?-+:?$/;

/** Plain text and Markdown as paragraphs and tables: rows between `|`, or lines with as many tabs, are tables. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = withoutFrontMatter(text.replace(/\r\n?/g, '\n')).split('\n');
  const marked = lines.some((line) => /^#{1,6}\s/.test(line) || cellsOf(line)?.every((cell) => RULE.test(cell)));
  for (let at = 0; at < lines.length; ) {
    const rows = marked ? rowsAt(lines, at, cellsOf) : [];
    const tabbed = rows.length > 0 ? [] : rowsAt(lines, at, tabbedCells);
    const table = rows.length > 0 ? rows : tabbed.length >= 2 ? tabbed : [];
    if (table.length > 0) {
      const shown = table.filter((row) => !row.every((cell) => RULE.test(cell)));
      blocks.push({ kind: 'table', rows: rectangular(shown) });
      at += table.length;
      continue;
    }
    const line = marked ? plainMarkdown(lines[at] as string) : (lines[at] as string).trim();
    if (line !== '') blocks.push({ kind: 'paragraph', text: line });
    at += 1;
  }
  return blocks;
}

function rowsAt(lines: readonly string[], from: number, cells: (line: string) => string[] | null): string[][] {
  const rows: string[][] = [];
  for (let at = from; at < lines.length; at += 1) {
    const row = cells(lines[at] as string);
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

function cellsOf(line: string): string[] | null {
  const bare = line.trim();
  if (!bare.startsWith('|')) return null;
  return bare
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/\\\|/g, '|'),
    );
}

function tabbedCells(line: string): string[] | null {
  const cells = line.replace(/\s+$/, '').split('\t');
  return cells.length >= 2 ? cells.map((cell) => cell.trim()) : null;
}

const withoutFrontMatter = (text: string): string => text.replace(/^\ufeff?---\n[\s\S]*?\n---\n/, '');

/** A line without the marks of Markdown; remarks of the copyist (> …) and footnotes are no part of the notice. */
function plainMarkdown(line: string): string {
  if (/^\s*>|^\s*\[\^[^\]]+\]:/.test(line)) return '';
  return line
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\*\*|__/g, '')
    .trim();
}
