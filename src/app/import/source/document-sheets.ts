import type { Block } from '../../../core/block.ts';
import { fold, plainText } from '../words/fold.ts';
import { type Cell, EMPTY_CELL, type Row, type Sheet } from '../workbook/sheet.ts';
import { flattenedTables } from './flattened-table.ts';

const LONGEST_CAPTION = 60;
const CAPTION_LINES = 2;
const SHEET_NAME_CHARS = 24;

/** Tables of a document as sheets: those it has, and those that were flattened into lines. */
export function documentSheets(blocks: readonly Block[]): Sheet[] {
  const heading = blocks
    .filter((block) => block.kind === 'paragraph')
    .slice(0, 3)
    .map((block) => block.text)
    .join(' ');
  const sheets: Sheet[] = [];
  let lines: string[] = [];
  const add = (rows: readonly (readonly string[])[], caption: readonly string[], doubt?: Sheet['doubt']): void => {
    const shortest = caption.filter((line) => line.length <= LONGEST_CAPTION).slice(-CAPTION_LINES);
    const name = plainText(shortest.at(-1) ?? '').slice(0, SHEET_NAME_CHARS);
    sheets.push({
      name: `表${sheets.length + 1}${name ? ` ${name}` : ''}`,
      rows: rows.map(rowOf).filter((row) => row.cells.some((cell) => cell.text !== '')),
      epoch: 1900,
      title: [...shortest, heading].join(' '),
      ...(doubt ? { doubt } : {}),
    });
  };
  const settle = (): void => {
    let before = 0;
    for (const { from, to, rows } of flattenedTables(lines)) {
      add(rows, lines.slice(before, from), 'flattened');
      before = to;
    }
    lines = lines.slice(before);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines.push(
        ...block.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
      continue;
    }
    settle();
    add(block.rows, lines, block.doubt);
    lines = [];
  }
  settle();
  return sheets;
}

/** A row as read: cells of one text side by side are taken for merged ones, since a document does not say. */
function rowOf(cells: readonly string[], i: number): Row {
  return { number: i + 1, cells: cells.map(cellOf) };
}

function cellOf(text: string): Cell {
  const shown = text.trim();
  return shown === '' ? EMPTY_CELL : { ...EMPTY_CELL, shown, text: fold(shown) };
}
