import type { Allowance } from '../allowance.ts';
import { attributeOf, readXml } from '../read-xml.ts';
import type { Content } from '../reading.ts';
import { type Cell, TableBuilder } from '../table-builder.ts';
import { TextLines } from '../text-lines.ts';
import type { Member } from '../zip/open-archive.ts';

/** What no reader sees: comments, text under revision, styles of the file itself. */
const UNSEEN = new Set(['annotation', 'tracked-changes', 'automatic-styles', 'master-styles', 'ruby-text']);
/** Rows and cells repeated to the edge of the sheet are empty; real ones are repeated a few times. */
const MOST_REPEATS = 256;

interface OpenTable {
  builder: TableBuilder;
  row: (Cell & { lines: string[] })[];
  repeats: number;
}

/** Text and tables of an OpenDocument file (.odt, .ods: ISO/IEC 26300), by its `content.xml`. */
export async function readOpenDocument(content: Member, allowance: Allowance): Promise<Content> {
  const lines = new TextLines(allowance);
  const tables: OpenTable[] = [];
  const paragraphs: string[] = [];
  let unseen = 0;
  let count = 0;
  const say = (text: string): void => {
    if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
  };
  await readXml(content.pieces(), {
    open(name, attributes) {
      if (unseen > 0 || UNSEEN.has(name)) {
        unseen += 1;
        return;
      }
      const number = (key: string): number => Math.min(MOST_REPEATS, Number(attributeOf(attributes, key)) || 1);
      const table = tables.at(-1);
      if (name === 'p' || name === 'h') paragraphs.push('');
      else if (name === 's') say(' '.repeat(Number(attributeOf(attributes, 'c')) || 1));
      else if (name === 'tab') say('\t');
      else if (name === 'line-break') say('\n');
      else if (name === 'table') {
        tables.push({ builder: new TableBuilder(allowance), row: [], repeats: 1 });
        count += 1;
      } else if (name === 'table-row' && table) {
        table.row = [];
        table.repeats = number('number-rows-repeated');
      } else if (name === 'table-cell' && table) {
        // A cell that is repeated is written once: all of its copies share the lines.
        const cell = {
          text: '',
          lines: [],
          above: false,
          left: false,
          span: number('number-columns-spanned'),
          down: number('number-rows-spanned'),
        };
        for (let i = number('number-columns-repeated'); i > 0; i -= 1) table.row.push({ ...cell });
      }
    },
    text(data) {
      if (unseen === 0) say(data);
    },
    close(name) {
      if (unseen > 0) {
        unseen -= 1;
        return;
      }
      const table = tables.at(-1);
      if (name === 'p' || name === 'h') {
        const text = paragraphs.pop() ?? '';
        const cell = table?.row.at(-1);
        if (cell) cell.lines.push(text);
        else lines.add(text);
      } else if (name === 'table-row' && table) endRow(table, lines);
      else if (name === 'table' && table) {
        tables.pop();
        lines.addTable(trimmed(table.builder.rows));
      }
    },
    done: () => lines.full,
  });
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks, pages: count };
}

function endRow(table: OpenTable, lines: TextLines): void {
  const cells = table.row.map(({ lines: said, ...cell }) => ({ ...cell, text: said.join('\n') }));
  const empty = cells.every(({ text }) => text.trim() === '');
  for (let i = empty ? 1 : Math.min(table.repeats, MOST_REPEATS); i > 0; i -= 1) {
    table.builder.addRow(cells);
    if (!empty) lines.addRow(cells.map(({ text }) => text));
  }
  table.row = [];
}

/** A sheet reaches to its edge; the table on it ends with its last word. */
function trimmed(rows: readonly string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1));
  return filled.map((row) => row.slice(0, width));
}
