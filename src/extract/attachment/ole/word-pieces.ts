import { ReadingFault } from '../reading.ts';

/** A run of letters that stand together in the file. `at`: place of the first byte; `width`: bytes per letter. */
export interface Piece {
  /** Letters of the document before it. */
  from: number;
  length: number;
  at: number;
  width: 1 | 2;
}

const FC_CLX = 0x01a2;
/** One byte per letter, in Windows-1252. */
const COMPRESSED = 0x4000_0000;
/** More pieces than any document that people have edited. */
const MAX_PIECES = 200_000;

/** Pieces of the document in reading order (PlcPcd, [MS-DOC] 2.8.35); pieces that point outside of the file are cut. */
export function pieceTable(document: Buffer, table: Buffer): Piece[] {
  const end = Math.min(table.length, document.readUInt32LE(FC_CLX) + document.readUInt32LE(FC_CLX + 4));
  let at = document.readUInt32LE(FC_CLX);
  while (at + 3 <= end && table[at] === 1) at += 3 + table.readUInt16LE(at + 1); // Prc: formats of edited pieces
  if (at + 5 > end || table[at] !== 2) throw new ReadingFault('damaged');
  const size = Math.min(table.readUInt32LE(at + 1), end - at - 5);
  const count = Math.min(Math.floor((size - 4) / 12), MAX_PIECES);
  const first = at + 5;
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const from = table.readUInt32LE(first + 4 * i);
    const to = table.readUInt32LE(first + 4 * i + 4);
    const place = table.readUInt32LE(first + 4 * (count + 1) + 8 * i + 2);
    const width = (place & COMPRESSED) === 0 ? 2 : 1;
    const start = width === 2 ? place : (place & ~COMPRESSED) >>> 1;
    const length = Math.min(to - from, Math.floor((document.length - start) / width));
    if (length > 0) pieces.push({ from, length, at: start, width });
  }
  return pieces;
}

/** Letters of each story in order: main text, footnotes, headers, comments, endnotes, text boxes. Headers and comments are not shown. */
export function documentLength(document: Buffer): { from: number; length: number }[] {
  const counts = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64].map((at) => document.readUInt32LE(at));
  let from = 0;
  const stories = counts.map((length) => {
    const story = { from, length };
    from += length;
    return story;
  });
  return stories.filter((_, i) => i !== 2 && i !== 3);
}
