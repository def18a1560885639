import type { Box } from '../markup/tree.ts';

/** The leaves of one entry of a list, end exclusive; `box` when the entry is one element. */
export interface RecordRange {
  from: number;
  to: number;
  box: Box | null;
}
