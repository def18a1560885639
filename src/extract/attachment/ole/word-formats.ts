import type { Allowance } from '../allowance.ts';
import type { RowRule } from '../ruled-rows.ts';
import type { Piece } from './word-pieces.ts';

export interface WordParts {
  document: Buffer;
  table: Buffer;
  /** The Data stream, where formats too long for their page lie. */
  data: Buffer | null;
  pieces: readonly Piece[];
  allowance: Allowance;
}

/** Bytes of the file with one format. */
export interface Span {
  from: number;
  to: number;
}

const FC_CHPX = 0x00fa;
const FC_PAPX = 0x0102;
const PAGE = 512;
/** sprmCFRMarkDel: text struck out under revision; sprmPFTtp: the paragraph that ends a table row. */
const DELETED = 0x0800;
const ROW_END = 0x2417;
/** sprmTDefTable: edges and merge flags of the cells of a row; sprmPHugePapx: the formats lie in the Data stream. */
const ROW_RULE = 0xd608;
const ELSEWHERE = [0x6645, 0x6646];

/** The mark that ends a table row, with how the row is ruled; null where the file does not say. */
export interface RowEnd extends Span {
  rule: RowRule | null;
}

/** Bytes of text that was deleted under revision and only waits to be accepted. */
export function deletedRuns(parts: WordParts): Span[] {
  const isDeleted = (page: Buffer, at: number): true | null => {
    const offset = (page[at] as number) * 2;
    if (offset === 0) return null;
    const length = page[offset] as number;
    return isOn(page.subarray(offset + 1, offset + 1 + length), DELETED) ? true : null;
  };
  return runs(parts, FC_CHPX, isDeleted, 1).map(({ from, to }) => ({ from, to }));
}

/** Bytes of the marks that end table rows. */
export function rowEnds(parts: WordParts): RowEnd[] {
  const ends = (page: Buffer, at: number): { rule: RowRule | null } | null => {
    const offset = (page[at] as number) * 2;
    if (offset === 0) return null;
    const words = page[offset] as number;
    const [start, length] = words === 0 ? [offset + 2, 2 * (page[offset + 1] as number)] : [offset + 1, 2 * words - 1];
    const near = page.subarray(start + 2, start + length);
    const list = elsewhere(near, parts.data) ?? near;
    return isOn(near, ROW_END) || isOn(list, ROW_END) ? { rule: ruleOf(list) } : null;
  };
  return runs(parts, FC_PAPX, ends, 13).map(({ from, to, value }) => ({ from, to, ...value }));
}

/** Formats that did not fit their page: a length and the list, in the Data stream. */
function elsewhere(list: Buffer, data: Buffer | null): Buffer | null {
  const place = ELSEWHERE.map((sprm) => operandOf(list, sprm)).find((operand) => operand !== null);
  const at = place && place.length >= 4 ? place.readUInt32LE(0) : null;
  if (at === null || data === null || at + 2 > data.length) return null;
  return data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
}

/** TDefTableOperand ([MS-DOC] 2.9.321): number of cells, their edges, then 20 bytes a cell of which the first two are flags. */
function ruleOf(list: Buffer): RowRule | null {
  const operand = operandOf(list, ROW_RULE);
  const count = operand?.[0] ?? 0;
  if (!operand || count === 0 || operand.length < 1 + 2 * (count + 1)) return null;
  const flags = 1 + 2 * (count + 1);
  const cells = Array.from({ length: count }, (_, i) => {
    const at = flags + 20 * i;
    const flag = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { right: operand.readInt16LE(1 + 2 * (i + 1)), above: (flag & 0x60) === 0x20, left: (flag & 0x02) !== 0 };
  });
  return { from: operand.readInt16LE(1), cells };
}

/** Runs of whose properties `read` makes something; `width` is the size of a run's entry in its page (FKP, [MS-DOC] 2.9.33, 2.9.174). */
function runs<T>(
  { document, table, allowance }: WordParts,
  field: number,
  read: (page: Buffer, at: number) => T | null,
  width: number,
): (Span & { value: T })[] {
  const start = document.readUInt32LE(field);
  const size = Math.min(document.readUInt32LE(field + 4), table.length - start);
  const pages = Math.floor((size - 4) / 8);
  const found: (Span & { value: T })[] = [];
  for (let i = 0; i < pages && allowance.goOn(); i++) {
    const at = table.readUInt32LE(start + 4 * (pages + 1) + 4 * i) * PAGE;
    const page = document.subarray(at, at + PAGE);
    if (page.length < PAGE) continue;
    const count = page[PAGE - 1] as number;
    for (let run = 0; run < count; run++) {
      const entry = 4 * (count + 1) + width * run;
      if (entry >= PAGE || 4 * run + 8 > PAGE) continue;
      const value = read(page, entry);
      if (value !== null) found.push({ from: page.readUInt32LE(4 * run), to: page.readUInt32LE(4 * run + 4), value });
    }
  }
  return found;
}

/** Operand sizes by the top three bits of a sprm. */
const OPERANDS = [1, 1, 2, 4, 2, 2, -1, 3];

const isOn = (list: Buffer, sprm: number): boolean => ((operandOf(list, sprm)?.[0] ?? 0) & 1) === 1;

/** The operand of one property in a list of them (grpprl), without its length; null where the list does not hold it. */
function operandOf(list: Buffer, sprm: number): Buffer | null {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.readUInt16LE(at);
    const size = OPERANDS[code >> 13] as number;
    // The rule of a row counts its length in two bytes, one of which it counts itself.
    const head = code === ROW_RULE ? 2 : size === -1 ? 1 : 0;
    if (at + 2 + head > list.length) return null;
    const length = code === ROW_RULE ? Math.max(0, list.readUInt16LE(at + 2) - 1) : size === -1 ? (list[at + 2] as number) : size;
    const from = at + 2 + head;
    if (code === sprm) return list.subarray(from, from + length);
    at = from + length;
  }
  return null;
}
