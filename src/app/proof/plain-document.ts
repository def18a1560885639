import type { Block } from '../../core/block.ts';
import type { Place } from '../../notice/recount/figure.ts';

/** A plain text as paragraphs, with the place of its stretches in them. */
export interface PlainDocument {
  blocks: Block[];
  /** Of a stretch that runs over a line end, its part on the first line. */
  placeOf(start: number, end: number): Place | null;
}

export function plainDocument(text: string): PlainDocument {
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
