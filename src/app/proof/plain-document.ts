import type { Block } from '../../core/block.ts';
import type { Place } from '../../notice/recount/figure.ts';

/** A plain text as paragraphs, with the place of its stretches in them. */
export interface PlainDocument {
  blocks: Block[];
  /** Of a stretch that runs over a line end, its part on the first line. */
  placeOf(start: number, end: number): Place | null;
}

/** What no file of Word may hold; a blank in its place keeps all others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is replaced
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A pasted text as a document: a paragraph a line, what cannot be printed as a blank. */
export function plainDocument(given: string): PlainDocument {
  const text = given.replace(UNPRINTABLE, ' ');
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.trim() !== '');
  const starts = lines.map(({ index }) => index);
  return {
    blocks: lines.map(([line]) => ({ kind: 'paragraph', text: line })),
    placeOf(start, end) {
      const block = starts.findLastIndex((at) => at <= start);
      const line = lines[block];
      if (!line || start >= line.index + line[0].length) return null;
      return { in: 'text', block, start: start - line.index, end: Math.min(end - line.index, line[0].length) };
    },
  };
}
