import { type Figure, printFigure } from '../figure.ts';
import type { NoticeDocument, Paragraph } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { basisText } from './basis.ts';
import { type Disagreement, disagreement } from './disagreement.ts';
import { type StatedNumber, statedNumbers } from './stated-numbers.ts';

/**
 * Numbers typed where a bound figure belongs. Each is matched to the figure it most likely means: same unit, words in
 * common with the clause, and not bound anywhere in the text any more. A typed number that differs from its figure, or
 * means none, bars the issue; one that agrees is only asked to be bound. Demands (工作要求) set rules and are only noted.
 */
export function auditTypedFigures(document: NoticeDocument, snapshot: Snapshot, fresh: readonly Figure[]): Disagreement[] {
  const used = new Set(document.body.flatMap((paragraph) => paragraph.runs.flatMap((run) => ('figure' in run ? [run.figure] : []))));
  const freshDocument = { ...document, figures: fresh };
  return document.body.flatMap((paragraph) =>
    statedNumbers(typedText(paragraph)).map((stated) => {
      const figure = meantFigure(stated, fresh, used);
      if (paragraph.part === 'requirements') {
        return typed('warns', paragraph, stated, null, `“${stated.quote}”是直接录入的数字，请确认是要求而不是统计结果`);
      }
      if (!figure) return typed('blocks', paragraph, stated, null, `“${stated.quote}”是直接录入的数字，没有可以核对的来源，请改为插入数字`);
      const basis = `${printFigure(figure)}（${basisText(freshDocument, snapshot, figure)}）`;
      if (figure.value === stated.value) {
        return typed('warns', paragraph, stated, figure, `“${stated.quote}”与${figure.name}${basis}一致，但没有绑定，数据变化时不会跟着变`);
      }
      return typed(
        'blocks',
        paragraph,
        stated,
        figure,
        `“${stated.quote}”与数据不符，${figure.name}应为${basis}${takenOver(stated, figure, snapshot)}`,
      );
    }),
  );
}

function typed(
  severity: 'blocks' | 'warns',
  paragraph: Paragraph,
  stated: StatedNumber,
  figure: Figure | null,
  message: string,
): Disagreement {
  const recomputed = figure === null ? null : printFigure(figure);
  return disagreement('typed-figure', severity, paragraph.id, message, { figure: figure?.id ?? null, stated: stated.quote, recomputed });
}

/** A typed base that is still the last notice's says where it comes from (seeds N23). */
function takenOver(stated: StatedNumber, figure: Figure, { previous }: Snapshot): string {
  const same = figure.kind !== null && previous?.bases[figure.kind] === stated.value;
  return same ? `；与${previous.label}通报的基数相同，疑似沿用` : '';
}

/** The wording of a paragraph; bound and quoted pieces are blanked with a sign no number runs over. */
function typedText(paragraph: Paragraph): string {
  const piece = (run: Run): string => ('text' in run ? run.text : 'quoted' in run ? `“${run.quoted}”` : '□');
  return `${paragraph.heading ?? ''}。${paragraph.runs.map(piece).join('')}`;
}

/** null when no figure has the unit and a word in common. */
function meantFigure(stated: StatedNumber, figures: readonly Figure[], used: ReadonlySet<string>): Figure | null {
  let best: { figure: Figure; score: number } | null = null;
  for (const figure of figures) {
    if (figure.unit !== stated.unit.replace('％', '%')) continue;
    const words = wordScore(figure.name, stated.before);
    if (words === 0) continue;
    const score = words + (used.has(figure.id) ? 0 : 0.5) + (figure.value === stated.value ? 0.25 : 0);
    if (score > (best?.score ?? 0)) best = { figure, score };
  }
  return (best as { figure: Figure } | null)?.figure ?? null;
}

/** Share of the name's neighbouring characters found in the text, the last clause counting double: 0 to 3. */
function wordScore(name: string, text: string): number {
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2));
  const clause = text.split(/[，,、]/u).at(-1) ?? '';
  const share = (where: string): number => pairs.filter((pair) => where.includes(pair)).length / Math.max(1, pairs.length);
  return share(text) + 2 * share(clause);
}
