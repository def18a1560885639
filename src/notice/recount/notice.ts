import type { Block } from '../../core/block.ts';
import { datesOf, type NoticeDates } from './dates.ts';
import { type NoticeText, placeBlocks } from './document.ts';
import type { Answer, Remark, Stated } from './figure.ts';
import { type MeantTable, meantTables } from './table.ts';
import { textFigures } from './text-figures.ts';

/** A notice as the rules see it. */
export interface ReadNotice {
  text: NoticeText;
  tables: readonly MeantTable[];
  figures: readonly Stated[];
  /** The year the notice speaks of; null when it names none. */
  year: number | null;
  dates: NoticeDates;
}

/** One way of recomputing figures. Answers only for what it could recompute. */
export type Rule = (notice: ReadNotice) => { answers: readonly Answer[]; remarks?: readonly Remark[] };

export function readNotice(blocks: readonly Block[]): ReadNotice {
  const text = placeBlocks(blocks);
  const year = /(20\d{2})\s*年/.exec([text.title, ...text.paragraphs.map((paragraph) => paragraph.text)].join('\n'));
  const spoken = year ? Number(year[1]) : null;
  return { text, tables: meantTables(text), figures: textFigures(text), year: spoken, dates: datesOf(text, spoken) };
}

/** Figures of the same sentence, in order. */
export const sameSentence = (notice: ReadNotice, figure: Stated): Stated[] =>
  notice.figures.filter(
    (other) =>
      other.place.in === 'text' &&
      figure.place.in === 'text' &&
      other.place.block === figure.place.block &&
      other.sentence === figure.sentence,
  );

/** Figures of a paragraph, in order. */
export const inParagraph = (notice: ReadNotice, block: number): Stated[] =>
  notice.figures.filter(({ place }) => place.in === 'text' && place.block === block);
