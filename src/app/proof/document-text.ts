import type { Block } from '../../core/block.ts';
import type { Place } from '../../notice/recount/figure.ts';
import type { Piece } from '../../text/blocks.ts';

/** A document as one text: paragraphs and rows are lines, tabs divide cells. */
export interface DocumentText {
  text: string;
  pieces: Piece[];
  /** Where in the document a stretch of the text stands; null for one that lies in no single paragraph or cell. */
  placeOf(start: number, end: number): Place | null;
}

interface PlacedPiece extends Piece {
  place: Place;
}

/** From here on a cell that repeats its neighbour is one merged cell, and is read once. */
const MERGED = 6;

/** Blocks of a document as one text for the readers, with the way back to paragraph and cell. */
export function documentText(blocks: readonly Block[]): DocumentText {
  const placed: PlacedPiece[] = [];
  let text = '';
  const add = (words: string, cell: boolean, place: Place): void => {
    // A tab within a cell would divide it.
    placed.push({ start: text.length, end: text.length + words.length, cell, place });
    text += words.replaceAll('\t', ' ');
  };
  for (const [block, given] of blocks.entries()) {
    if (given.kind === 'paragraph') {
      add(given.text, false, { in: 'text', block, start: 0, end: given.text.length });
      text += '\n';
      continue;
    }
    for (const [row, cells] of given.rows.entries()) {
      for (const [at, cell] of cells.entries()) {
        const repeated = cell.length >= MERGED && (cells[at - 1] === cell || given.rows[row - 1]?.[at] === cell);
        if (!repeated && cell !== '') add(cell, true, { in: 'cell', block, table: '', line: row + 1, column: '', row, at });
        text += at + 1 < cells.length ? '\t' : '\n';
      }
    }
  }
  return {
    text,
    pieces: placed.map(({ start, end, cell }) => ({ start, end, cell })),
    placeOf(start, end) {
      const piece = placed.find((one) => one.start <= start && end <= one.end);
      if (!piece) return null;
      const { place } = piece;
      return place.in === 'cell' ? place : { ...place, start: start - piece.start, end: end - piece.start };
    },
  };
}
