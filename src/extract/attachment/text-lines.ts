import type { Allowance } from './allowance.ts';
import type { Table } from './reading.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: office files carry marks of their own among the letters
const MARKS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g;

const LINE_END = /\r\n?|\n/;

/** Gathers the lines and tables of a document within its allowance. */
export class TextLines {
  readonly tables: Table[] = [];
  readonly #allowance: Allowance;
  readonly #lines: string[] = [];

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Adds a paragraph without marks; its empty lines and the blanks at the end of lines are left out. */
  add(paragraph: string): void {
    for (const line of paragraph.replace(MARKS, '').split(LINE_END)) {
      const clean = line.trimEnd();
      if (clean === '') continue;
      const room = this.#allowance.keep(clean.length);
      if (room > 0) this.#lines.push(wellFormed(clean.slice(0, room)));
      if (room < clean.length) return;
    }
  }
  /** Adds a row as a line of its own. */
  addRow(cells: readonly string[]): void {
    this.add(cells.map(oneLine).join('\t'));
  }
  addTable(table: Table): void {
    if (table.length > 0) this.tables.push(table.map((row) => row.map(oneLine)));
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
