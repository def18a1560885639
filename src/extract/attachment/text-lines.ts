import type { Allowance } from './allowance.ts';
import type { Table } from './reading.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: office files carry marks of their own among the letters
const MARKS = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g;

/** Gathers the lines and tables of a document within its allowance. */
export class TextLines {
  readonly tables: Table[] = [];
  readonly #allowance: Allowance;
  readonly #lines: string[] = [];

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Adds a line as it stands, without marks and outer line ends; one without letters is left out. */
  add(line: string): void {
    const clean = line
      .replace(MARKS, '')
      .replace(/[ \t\u00a0]+$/gm, '')
      .replace(/^[\r\n]+|[\r\n]+$/g, '');
    if (clean.trim() === '') return;
    const room = this.#allowance.keep(clean.length);
    if (room > 0) this.#lines.push(room < clean.length ? clean.slice(0, room) : clean);
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

const oneLine = (cell: string): string =>
  cell
    .replace(MARKS, '')
    .replace(/\s*[\r\n\t]+\s*/g, ' ')
    .trim();

/** Letters without blanks. */
export function lettersOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0 && (code & 0xfc00) !== 0xdc00) count++;
  }
  return count;
}
