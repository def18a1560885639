import { computeFigures } from '../compute.ts';
import { type Figure, printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { factSource } from '../rows.ts';
import type { Snapshot } from '../snapshot.ts';
import { basisText } from './basis.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** All figures of the document as their rows give them now. */
export function recomputed(document: NoticeDocument, snapshot: Snapshot): Figure[] {
  return computeFigures(document.figures, factSource(document.attachments, snapshot));
}

/** Bound figures against the rows of the attachments and the snapshot, and figures named in the text that do not exist. */
export function auditBoundFigures(document: NoticeDocument, snapshot: Snapshot, fresh: readonly Figure[]): Disagreement[] {
  const places = new Map<string, string>();
  for (const paragraph of document.body) for (const run of paragraph.runs) if ('figure' in run) places.set(run.figure, paragraph.id);
  const known = new Set(document.figures.map((figure) => figure.id));
  const missing = [...places]
    .filter(([id]) => !known.has(id))
    .map(([id, place]) => disagreement('missing', 'refused', place, `正文引用的数字“${id}”没有来源，请重新插入该数字`, { figure: id }));
  const right = new Map(fresh.map((figure) => [figure.id, figure]));
  const freshDocument = { ...document, figures: fresh };
  const wrong = document.figures.flatMap((figure) => {
    const now = right.get(figure.id);
    if (!now || now.value === figure.value) return [];
    const [stated, recomputedText] = [printFigure(figure), printFigure(now)];
    const message = `${figure.name}写的是${stated}，应为${recomputedText}（${basisText(freshDocument, snapshot, now)}）`;
    return [
      disagreement('figure', 'blocks', places.get(figure.id) ?? '数字', message, { figure: figure.id, stated, recomputed: recomputedText }),
    ];
  });
  return [...missing, ...wrong];
}
