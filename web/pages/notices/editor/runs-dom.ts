import { tidyRuns } from '../../../../src/core/tidy-runs.ts';
import type { FigureInfo, Run } from './types.ts';

/** A place for the caret beside a piece that cannot be typed into. */
const CARET = '\u200b';

/** Shows the pieces of a paragraph: words as text, figures and names as chips that cannot be typed into. */
export function fillField(field: HTMLElement, runs: readonly Run[], figures: ReadonlyMap<string, FigureInfo>): void {
  const nodes = runs.flatMap((run, i): Node[] => {
    if ('text' in run) return [document.createTextNode(run.text)];
    const next = runs[i + 1];
    const alone = next === undefined || !('text' in next);
    return [...(i === 0 ? [document.createTextNode(CARET)] : []), chipOf(run, figures), ...(alone ? [document.createTextNode(CARET)] : [])];
  });
  field.replaceChildren(...nodes);
}

export function chipOf(run: Exclude<Run, { text: string }>, figures: ReadonlyMap<string, FigureInfo>): HTMLElement {
  const chip = document.createElement('span');
  chip.contentEditable = 'false';
  chip.tabIndex = 0;
  chip.setAttribute('role', 'button');
  if ('figure' in run) {
    const figure = figures.get(run.figure);
    chip.className = 'chip chip-figure';
    chip.dataset.figure = run.figure;
    chip.textContent = figure?.printed ?? '—';
    chip.title = figure ? `${figure.name}${figure.base ? `，基数${figure.base}` : ''}；点开查看由哪些行算出` : '这个数字没有来源';
  } else {
    chip.className = 'chip chip-name';
    chip.dataset.quoted = run.quoted;
    chip.textContent = run.quoted;
    chip.title = '取自快照，逐字核对；点开可从文中移除';
  }
  return chip;
}

export const isChip = (node: EventTarget | null): node is HTMLElement =>
  node instanceof HTMLElement && (node.dataset.figure !== undefined || node.dataset.quoted !== undefined);

/** The pieces of a paragraph as they stand in the page. */
export function readRuns(field: HTMLElement): Run[] {
  const runs: Run[] = [];
  for (const node of field.childNodes) {
    if (isChip(node)) {
      const { figure, quoted } = node.dataset;
      runs.push(figure === undefined ? { quoted: quoted ?? '' } : { figure });
    } else runs.push({ text: (node.textContent ?? '').replaceAll(CARET, '').replace(/\s*\n\s*/g, '') });
  }
  return tidyRuns(runs);
}

/** Bound pieces in order, to see whether one was lost. */
export const piecesOf = (runs: readonly Run[]): string =>
  JSON.stringify(
    runs.filter((run) => !('text' in run)).map((run) => ('figure' in run ? ['f', run.figure] : ['q', 'quoted' in run && run.quoted])),
  );
