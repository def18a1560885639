import type { RecordRange } from './record-range.ts';
import { type Survey, within } from './survey.ts';

/** Two columns side by side, all titles in the one and all dates in the other: nothing but as many dates as there are titles. */
export function datesBeside(records: readonly RecordRange[], survey: Survey): number | null {
  const n = records.length;
  const from = (records[0] as RecordRange).from;
  const to = (records[n - 1] as RecordRange).to;
  if (n < 2 || within(survey.dates, from, to) > 0) return null;
  const isColumn = (at: number): boolean => at >= 0 && at + n < survey.dates.length && within(survey.dates, at, at + n) === n;
  const isDate = (at: number): boolean => at >= 0 && at + 1 < survey.dates.length && within(survey.dates, at, at + 1) > 0;
  if (isColumn(to) && !isDate(to + n) && standApart(to, n, survey)) return to;
  return isColumn(from - n) && !isDate(from - n - 1) && standApart(from - n, n, survey) ? from - n : null;
}

/** The dates have a box to themselves, a column title aside: those at the end of some row belong to that row. */
function standApart(at: number, count: number, { layout, links }: Survey): boolean {
  let box = layout.leaves[at]?.box ?? layout.root;
  while (box.to < at + count && box.parent !== null) box = box.parent;
  return box.to - box.from <= count + 1 && within(links, box.from, box.to) === 0;
}
