import { type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { FACES, type Face } from '../layout/faces.ts';
import { LETTER_SPACING_PT, LINE_PT, SIZE, twips } from '../layout/geometry.ts';

const DIGITS = 'Times New Roman';

/**
 * `w:eastAsia` must be there, or Chinese text falls back to another face. Quotation marks are set as Chinese ones (hint) instead of the narrow ones of the
 * digits' face.
 */
export function textRun(text: string, face: Face, sizePt: number, more: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ ...runStyle(face, sizePt), ...more, text });
}

export function runStyle(face: Face, sizePt: number): IRunOptions {
  const latin = face === 'song' ? FACES.song : DIGITS;
  return {
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FACES[face], hint: 'eastAsia' },
    size: sizePt * 2,
    characterSpacing: sizePt === SIZE.three ? twips(LETTER_SPACING_PT) : 0,
  };
}

/** A line of exactly this many points; anything but an exact line leaves the grid of 22. */
export function exact(linePt: number, beforePt = 0, afterPt = 0): IParagraphOptions['spacing'] {
  return { line: twips(linePt), lineRule: LineRuleType.EXACT, before: twips(beforePt), after: twips(afterPt) };
}

/** A line of text on the grid of 22; widow control off, since it would push lines off the page and break the count. */
export function gridParagraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ widowControl: false, spacing: exact(LINE_PT), ...options });
}

/** Style of paragraphs with a line height of their own: some programs would snap them to the grid all the same. */
export const OFF_GRID = 'OffGrid';

/** Any other line: mark, title, table, record. */
export function freeParagraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ style: OFF_GRID, ...options });
}

/** Indents in whole characters of 三号, as twips: leftChars is resolved on the wrong size by some programs. */
export const characters = (n: number): number => Math.round(n * SIZE.three * 20);
