import iconv from 'iconv-lite';
import type { Allowance } from './allowance.ts';
import type { Content } from './reading.ts';
import { type RuledCell, RuledRows } from './ruled-rows.ts';
import { TextLines } from './text-lines.ts';

/** Groups that hold no text of the document. */
const APART = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf fldinst filetbl revtbl nonshppict bkmkstart bkmkend'.split(
    ' ',
  ),
);
const LETTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
const MAX_DEPTH = 2_000;
/** Cells of a row at most; Word allows 63. */
const MAX_CELLS = 512;
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

interface Group {
  apart: boolean;
  /** Letters that stand in for one Unicode letter (`\ucN`). */
  skip: number;
}

/** Text and tables of an RTF file: control words are left out, `\'xx` read in the file's code page. */
export function readRtf(bytes: Uint8Array, allowance: Allowance): Content {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lines = new TextLines(allowance);
  const groups: Group[] = [{ apart: false, skip: 1 }];
  let codePage = 'gb18030';
  let hex: number[] = [];
  let line = '';
  let row: string[] = [];
  let table: RuledRows | null = null;
  let inTable = false;
  let from = 0;
  let ruled: RuledCell[] = [];
  let merged = { above: false, left: false };
  let skip = 0;
  const group = (): Group => groups[groups.length - 1] as Group;
  const flush = (): void => {
    if (hex.length > 0) line += iconv.decode(Buffer.from(hex), codePage);
    hex = [];
  };
  const endTable = (): void => {
    if (table) lines.addTable(table.table(), 'uneven-rows');
    table = null;
  };
  const endLine = (): void => {
    if (line.trim() !== '') endTable();
    lines.add(line);
    line = '';
  };
  const word = (name: string, value: number | null): void => {
    if (name === 'ansicpg' && value !== null) codePage = iconv.encodingExists(`cp${value}`) ? `cp${value}` : codePage;
    else if (APART.has(name)) group().apart = true;
    else if (name === 'uc') group().skip = Math.max(0, Math.min(value ?? 1, 8));
    else if (group().apart) return;
    else if (name === 'u' && value !== null) {
      flush();
      line += String.fromCharCode(value & 0xffff);
      skip = group().skip;
    } else if (name === 'par' || name === 'sect' || name === 'page') {
      flush();
      if (row.length === 0 && !inTable) endLine();
      else line += '\n';
    } else if (name === 'pard') inTable = false;
    else if (name === 'intbl') inTable = true;
    else if (name === 'trowd') {
      [from, ruled, merged] = [0, [], { above: false, left: false }];
    } else if (name === 'trleft') from = value ?? 0;
    else if (name === 'clvmrg') merged.above = true;
    else if (name === 'clmrg') merged.left = true;
    else if (name === 'cellx') {
      if (ruled.length < MAX_CELLS) ruled.push({ right: value ?? 0, ...merged });
      merged = { above: false, left: false };
    } else if (name === 'cell') {
      flush();
      row.push(line.trim());
      line = '';
    } else if (name === 'row') {
      table ??= new RuledRows(allowance);
      table.add(row, ruled.length > 0 ? { from, cells: ruled } : null);
      lines.addRow(row);
      row = [];
    } else if (LETTERS[name] !== undefined) {
      flush();
      line += LETTERS[name];
    }
  };
  let count = 0;
  for (const [, name, value, byte, symbol, brace, text] of source.matchAll(TOKEN)) {
    if (++count % 8_192 === 0 && (lines.full || !allowance.goOn())) break;
    if (name !== undefined) word(name, value === undefined ? null : Number(value));
    else if (brace === '{') {
      flush();
      if (groups.length < MAX_DEPTH) groups.push({ ...group() });
    } else if (brace === '}') {
      flush();
      if (groups.length > 1) groups.pop();
    } else if (symbol === '*') group().apart = true;
    else if (group().apart) continue;
    else if (byte !== undefined) {
      if (skip > 0) skip -= 1;
      else hex.push(Number.parseInt(byte, 16));
    } else if (symbol !== undefined) {
      flush();
      line += symbol === '~' ? ' ' : symbol === '_' ? '-' : /[\\{}]/.test(symbol) ? symbol : '';
    } else if (text !== undefined) {
      flush();
      line += text.slice(Math.min(skip, text.length));
      skip = Math.max(0, skip - text.length);
    }
  }
  flush();
  endLine();
  endTable();
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks };
}
