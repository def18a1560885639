import type { Block, TableDoubt } from '../../core/block.ts';
import type { Allowance } from './allowance.ts';
import type { Table } from './reading.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: office files carry marks of their own among the letters
const MARKS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g;

const LINE_END = /\r\n?|\n/;

/** Gathers the lines and tables of a document within its allowance. */
export class TextLines {
  readonly tables: Table[] = [];
  /** The same in order, lines within a cell kept apart; empty unless asked for. */
  readonly blocks: Block[] = [];
  readonly #allowance: Allowance;
  readonly #lines: string[] = [];

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Adds a paragraph without marks; its empty lines and the blanks at the end of lines are left out. */
  add(paragraph: string): void {
    this.#add(paragraph, this.#allowance.blocks);
  }
  #add(paragraph: string, asBlock: boolean): void {
    for (const line of paragraph.replace(MARKS, '').split(LINE_END)) {
      const clean = line.trimEnd();
      if (clean === '') continue;
      const room = this.#allowance.keep(clean.length);
      if (room > 0) {
        const line = wellFormed(clean.slice(0, room));
        this.#lines.push(line);
        if (asBlock) this.blocks.push({ kind: 'paragraph', text: line });
      }
      if (room < clean.length) return;
    }
  }
  /** Adds a row as a line of its own. */
  addRow(cells: readonly string[]): void {
    this.#add(cells.map(oneLine).join('\t'), false);
  }
  /** `doubt`: the reader of the format cannot tell which cells of uneven rows are merged. */
  addTable(table: Table, doubt?: TableDoubt): void {
    if (table.length === 0) return;
    this.tables.push(table.map((row) => row.map(oneLine)));
    if (!this.#allowance.blocks) return;
    const [first] = table;
    // A frame around running text is no table.
    if (table.length === 1 && first?.length === 1)
      this.blocks.push(...cellLines(first[0] as string).map((text): Block => ({ kind: 'paragraph', text })));
    else {
      const rows = rectangular(table.map((row) => row.map((cell) => cellLines(cell).join('\n'))));
      const uneven = doubt !== undefined && table.some((row) => row.length !== rows[0]?.length);
      this.blocks.push(uneven ? { kind: 'table', rows, doubt } : { kind: 'table', rows });
    }
  }
  get full(): boolean {
    return this.#allowance.full;
  }
  get text(): string {
    return this.#lines.join('\n');
  }
}

/** No pattern with two repeats in a row here: on a megabyte of blanks it would never end. */
function oneLine(cell: string): string {
  const lines = cell.replace(MARKS, '').split(/[\r\n\t]/);
  const words = lines.length === 1 ? lines : lines.filter((line) => line.trim() !== '');
  return wellFormed(words.map((line) => line.trim()).join(' '));
}

const cellLines = (cell: string): string[] =>
  cell
    .split(LINE_END)
    .map(oneLine)
    .filter((line) => line !== '');

/** Rows that end early are filled up: every row of a table has as many cells as its longest. */
export function rectangular(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Half a letter can be neither stored nor shown. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Letters without blanks. */
export function lettersOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0 && (code & 0xfc00) !== 0xdc00) count++;
  }
  return count;
}
