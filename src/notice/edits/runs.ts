import { sha256 } from '../../core/id.ts';
import type { Paragraph } from '../model.ts';
import type { Run } from '../run.ts';

/** Neighbouring words as one piece, nothing empty: two ways of typing the same paragraph are the same. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if ('text' in run && run.text === '') continue;
    if ('text' in run && last && 'text' in last) out[out.length - 1] = { text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

/** Print of a paragraph's words: tells whether two read and bind alike. */
export const printOf = ({ heading, runs }: Pick<Paragraph, 'heading' | 'runs'>): string =>
  sha256(JSON.stringify([heading, tidyRuns(runs)])).slice(0, 16);
