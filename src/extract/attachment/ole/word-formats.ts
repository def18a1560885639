import type { Allowance } from '../allowance.ts';
import type { Piece } from './word-pieces.ts';

export interface WordParts {
  document: Buffer;
  table: Buffer;
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

/** Bytes of text that was deleted under revision and only waits to be accepted. */
export function deletedRuns(parts: WordParts): Span[] {
  return runs(
    parts,
    FC_CHPX,
    (page, at) => {
      const offset = (page[at] as number) * 2;
      if (offset === 0) return false;
      const length = page[offset] as number;
      return hasFlag(page.subarray(offset + 1, offset + 1 + length), DELETED);
    },
    1,
  );
}

/** Bytes of the marks that end table rows. */
export function rowEnds(parts: WordParts): Span[] {
  return runs(
    parts,
    FC_PAPX,
    (page, at) => {
      const offset = (page[at] as number) * 2;
      if (offset === 0) return false;
      const words = page[offset] as number;
      const [start, length] = words === 0 ? [offset + 2, 2 * (page[offset + 1] as number)] : [offset + 1, 2 * words - 1];
      return hasFlag(page.subarray(start + 2, start + length), ROW_END);
    },
    13,
  );
}

/** Runs whose properties satisfy `wanted`; `width` is the size of a run's entry in its page (FKP, [MS-DOC] 2.9.33, 2.9.174). */
function runs(
  { document, table, allowance }: WordParts,
  field: number,
  wanted: (page: Buffer, at: number) => boolean,
  width: number,
): Span[] {
  const start = document.readUInt32LE(field);
  const size = Math.min(document.readUInt32LE(field + 4), table.length - start);
  const pages = Math.floor((size - 4) / 8);
  const found: Span[] = [];
  for (let i = 0; i < pages && allowance.goOn(); i++) {
    const at = table.readUInt32LE(start + 4 * (pages + 1) + 4 * i) * PAGE;
    const page = document.subarray(at, at + PAGE);
    if (page.length < PAGE) continue;
    const count = page[PAGE - 1] as number;
    for (let run = 0; run < count; run++) {
      const entry = 4 * (count + 1) + width * run;
      if (entry >= PAGE || 4 * run + 8 > PAGE || !wanted(page, entry)) continue;
      found.push({ from: page.readUInt32LE(4 * run), to: page.readUInt32LE(4 * run + 4) });
    }
  }
  return found;
}

/** Operand sizes by the top three bits of a sprm. */
const OPERANDS = [1, 1, 2, 4, 2, 2, -1, 3];

/** Whether a list of properties (grpprl) turns this one on. */
function hasFlag(list: Buffer, sprm: number): boolean {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.readUInt16LE(at);
    if (code === sprm) return ((list[at + 2] as number) & 1) === 1;
    const operand = OPERANDS[code >> 13] as number;
    at += 2 + (operand === -1 ? 1 + (list[at + 2] as number) : operand);
  }
  return false;
}
