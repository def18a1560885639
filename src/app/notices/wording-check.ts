import type { CalendarDate } from '../../core/date.ts';
import { type Disagreement, disagreement } from '../../notice/audit/disagreement.ts';
import type { NoticeDocument, Paragraph } from '../../notice/model.ts';
import { figureMap, runText } from '../../notice/outline.ts';
import { openProofreader, type Proofreader } from '../proof/open-proofreader.ts';

/** Lists are the same for a day; the newest day's are kept. */
let kept: { day: CalendarDate; reader: Promise<Proofreader> } | null = null;

/**
 * 固定表述: standing phrases of a draft compared with the lists in force on a day (seeds N22). One of the gravest kind bars the
 * issue until a person gives a reason, the rest is shown. Words quoted from the data are not the draft's own: they are left alone.
 */
export async function checkWording(document: NoticeDocument, day: CalendarDate): Promise<Disagreement[]> {
  if (kept?.day !== day) kept = { day, reader: openProofreader({ day, layers: ['L1'] }) };
  const reader = await kept.reader;
  return document.body.flatMap((paragraph) => {
    const { text, quoted } = wordsOf(paragraph, document);
    const { findings } = reader.readText(text);
    return findings
      .filter(({ start, end }) => !quoted.some((range) => start < range.end && range.start < end))
      .map(({ found, suggestion, why, severity }) => {
        const bars = severity === 1 ? 'blocks' : 'warns';
        return disagreement('wording', bars, paragraph.id, `“${found}”：${why}`, { stated: found, recomputed: suggestion });
      });
  });
}

/** A paragraph as printed, and where in it words of the data stand. */
function wordsOf({ heading, runs }: Paragraph, document: NoticeDocument): { text: string; quoted: { start: number; end: number }[] } {
  const figures = figureMap(document);
  const quoted: { start: number; end: number }[] = [];
  let text = heading === null ? '' : `${heading}。`;
  for (const run of runs) {
    const start = text.length;
    text += runText(run, figures);
    if ('quoted' in run) quoted.push({ start, end: text.length });
  }
  return { text, quoted };
}
