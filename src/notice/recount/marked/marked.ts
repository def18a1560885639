import type { Block } from '../../../core/block.ts';
import { FIGURE_VERDICT_NAMES, type FigureVerdict, type Place, type Remark } from '../figure.ts';

/** A figure with what is to be said of it. */
export interface MarkedFigure {
  /** The figure alone, as printed. */
  stated: string;
  /** The figure with the words before it, as printed. */
  quote: string;
  verdict: FigureVerdict;
  /** As it should be printed; null where nothing could be recomputed. */
  recomputed: string | null;
  /** The table and its rows (from 1, below the head), or the sentences, it was recomputed from; null without any. */
  basis:
    | { table: string; rows: readonly number[]; column: string | null; how: string }
    | { sentences: readonly string[]; how: string }
    | null;
  explanations: readonly string[];
  /** Why it could not be checked. */
  why: string | null;
  /** Offsets into the document as printed. */
  place: Place;
}

/** A document with its figures, as the writers take it. */
export interface MarkedDocument {
  title: string;
  document: readonly Block[];
  figures: readonly MarkedFigure[];
  remarks: readonly Remark[];
  notes: readonly string[];
}

const SHOWN_ROWS = 12;

/** What is said of a figure, line by line: the verdict, what it should be, from where, and what would explain it. */
export function readingOf({ verdict, recomputed, basis, explanations, why }: MarkedFigure): string[] {
  const name = FIGURE_VERDICT_NAMES[verdict];
  return [
    verdict === 'disagrees' ? `${name}：应为${recomputed}` : why === null ? name : `${name}：${why}`,
    ...(basis === null ? [] : [`依据：${sourceOf(basis)}`]),
    ...explanations,
  ];
}

function sourceOf(basis: NonNullable<MarkedFigure['basis']>): string {
  if ('sentences' in basis) return basis.how;
  const { rows } = basis;
  const listed = rows.length === 0 ? '' : rows.length > SHOWN_ROWS ? `，共${rows.length}行` : `，第${rows.join('、')}行`;
  return `${basis.table}${listed}：${basis.how}`;
}
