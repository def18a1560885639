import type { Block } from '../../../core/block.ts';
import type { Place } from '../figure.ts';
import type { WordParagraph } from './word-paragraphs.ts';

/** A place within the text of a run, and the properties of that run. */
interface Cut {
  at: number;
  properties: string;
}

export interface Spot {
  start: Cut;
  end: Cut;
}

/** Where a figure stands in the markup of the file the blocks were read from; null when it is not found there. */
export function locate(place: Place, stated: string, document: readonly Block[], paragraphs: readonly WordParagraph[]): Spot | null {
  return place.in === 'text' ? inText(place, document, paragraphs) : inCell(place, stated, document, paragraphs);
}

function inText(place: Place & { in: 'text' }, document: readonly Block[], paragraphs: readonly WordParagraph[]): Spot | null {
  const block = document[place.block];
  if (block?.kind !== 'paragraph') return null;
  const paragraph = paragraphs.filter(({ text }) => linesOf(text).includes(block.text))[turnOf(place.block, document)];
  if (!paragraph) return null;
  const from = paragraph.text.indexOf(block.text);
  return spotOf(paragraph, from + place.start, from + place.end);
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trimEnd());

/** How many paragraphs with the same words stand before it. */
const turnOf = (at: number, document: readonly Block[]): number => {
  const own = document[at];
  return document.slice(0, at).filter((block) => block.kind === 'paragraph' && own?.kind === 'paragraph' && block.text === own.text).length;
};

function inCell(
  place: Place & { in: 'cell' },
  stated: string,
  document: readonly Block[],
  paragraphs: readonly WordParagraph[],
): Spot | null {
  const table = tableOf(place.block, document, paragraphs);
  if (table === null) return null;
  const lines = stated.split('\n').map((line) => line.trim());
  const column = paragraphs.filter(({ cell }) => cell?.table === table && cell.column <= place.at && cell.row <= place.row);
  // A merged cell has its words where it begins: the nearest above and to the left.
  const found =
    column.findLast(({ text, cell }) => cell?.row === place.row && lines.some((line) => line !== '' && text.includes(line))) ??
    column.findLast(({ text }) => lines.some((line) => line !== '' && text.includes(line)));
  const line = lines.find((one) => one !== '' && found?.text.includes(one));
  if (!found || line === undefined) return null;
  const from = found.text.indexOf(line);
  return spotOf(found, from, from + line.length);
}

/** Tables of the file are those of the document in order; one within another comes first in the document and is skipped here. */
function tableOf(at: number, document: readonly Block[], paragraphs: readonly WordParagraph[]): number | null {
  const wanted = firstWords(document[at]);
  const count = Math.max(-1, ...paragraphs.map(({ cell }) => cell?.table ?? -1)) + 1;
  const before = document.slice(0, at).filter((block) => block.kind === 'table' && firstWords(block) === wanted).length;
  const same = Array.from({ length: count }, (_, i) => i).filter((table) => {
    const first = paragraphs.find(({ cell, text }) => cell?.table === table && text.trim() !== '');
    return first !== undefined && wanted.startsWith(first.text.trim().replace(/\s+/g, ' ').slice(0, 40));
  });
  return same[before] ?? null;
}

const firstWords = (block: Block | undefined): string =>
  block?.kind === 'table' ? (block.rows.flat().find((cell) => cell.trim() !== '') ?? '').trim().replace(/\s+/g, ' ') : '';

function spotOf({ pieces }: WordParagraph, from: number, to: number): Spot | null {
  const start = pieces.find((piece) => from >= piece.from && from < piece.from + piece.text.length);
  const end = pieces.find((piece) => to > piece.from && to <= piece.from + piece.text.length);
  if (!start || !end) return null;
  return {
    start: { at: start.places[from - start.from] as number, properties: start.properties },
    end: { at: end.places[to - end.from] as number, properties: end.properties },
  };
}
