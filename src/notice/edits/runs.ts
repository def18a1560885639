import { sha256 } from '../../core/id.ts';
import { tidyRuns } from '../../core/tidy-runs.ts';
import type { Paragraph } from '../model.ts';

/** Print of a paragraph's words: tells whether two read and bind alike. */
export const printOf = ({ heading, runs }: Pick<Paragraph, 'heading' | 'runs'>): string =>
  sha256(JSON.stringify([heading, tidyRuns(runs)])).slice(0, 16);
