import { tidyRuns } from '../core/tidy-runs.ts';
import type { Run } from './run.ts';

/** A bound figure in running text. */
export const figure = (id: string): Run => ({ figure: id });
/** Words of the snapshot, printed as they are. */
export const quoted = (words: string): Run => ({ quoted: words });

/** Running text as a template literal: wording outside, figures and quoted words inside; empty pieces vanish. */
export function words(strings: TemplateStringsArray, ...values: readonly (string | Run | readonly Run[])[]): Run[] {
  const runs: Run[] = [];
  strings.forEach((text, i) => {
    runs.push({ text });
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === 'string') runs.push({ text: value });
    else if (Array.isArray(value)) runs.push(...(value as readonly Run[]));
    else runs.push(value as Run);
  });
  return tidyRuns(runs);
}

/** Lists of runs with a mark between them: 甲、乙、丙. */
export function listed(items: readonly (readonly Run[])[], mark = '、'): Run[] {
  return items.flatMap((item, i) => (i === 0 ? [...item] : [{ text: mark }, ...item]));
}

/** Names as quoted words with 、 between. */
export const names = (list: readonly string[]): Run[] => listed(list.map((name) => [quoted(name)]));
