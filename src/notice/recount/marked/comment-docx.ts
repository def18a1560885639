import { FIGURE_VERDICT_NAMES } from '../figure.ts';
import { annotateDocx } from './annotate-docx.ts';
import { type MarkedDocument, readingOf } from './marked.ts';

/**
 * A copy of a .docx with a comment at every figure of the text and at every cell that disagrees. The author of a comment is its
 * verdict, so that Word can show those of one verdict alone.
 * @throws RangeError when the file is no .docx that can be edited.
 */
export const commentDocx = (bytes: Uint8Array, { document, figures }: MarkedDocument): Uint8Array =>
  annotateDocx(
    bytes,
    document,
    figures
      .filter(({ place, verdict }) => place.in === 'text' || verdict === 'disagrees')
      .map((figure) => ({
        place: figure.place,
        stated: figure.stated,
        author: `明察·${FIGURE_VERDICT_NAMES[figure.verdict]}`,
        lines: readingOf(figure),
      })),
  );
