import { makeDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import type { RecordRange } from './record-range.ts';
import type { ShownDate } from './shown-date.ts';
import type { Survey } from './survey.ts';

/** Texts looked at before an entry for the year it stands under. */
const REACH = 2;

/** A year, or year and month, that heads the entries behind it. */
interface Heading {
  year: number;
  month: number | null;
}

/**
 * For every entry the year it stands under (2022年, 2022年12月 between the entries), null without one. Several years one behind
 * the other are a filter, and linked ones lead elsewhere: neither heads anything.
 */
export function headingsOver(records: readonly RecordRange[], survey: Survey): (Heading | null)[] {
  let heading: Heading | null = null;
  return records.map((record, i) => {
    const before = i === 0 ? 0 : (records[i - 1] as RecordRange).to;
    const found = headingAbove(record.from, before, survey);
    if (found !== undefined) heading = found;
    return heading;
  });
}

function headingAbove(from: number, least: number, survey: Survey): Heading | null | undefined {
  for (let at = from - 1; at >= Math.max(least, from - REACH); at--) {
    const heading = headingAt(at, survey);
    if (heading !== null) return at > 0 && headingAt(at - 1, survey) !== null ? null : heading;
  }
  return undefined;
}

function headingAt(at: number, { layout }: Survey): Heading | null {
  const leaf = layout.leaves[at];
  const cell = leaf === undefined || leaf.anchor !== null ? null : readDateCell(leaf.text, null);
  if (cell?.form === 'year-month') return { year: cell.year, month: cell.month };
  return cell?.form === 'year' ? { year: cell.year, month: null } : null;
}

/** A day without year in the year it stands under; marked as worked out, since the heading may speak of something else. */
export function underHeading(shown: ShownDate | null, heading: Heading | null): ShownDate | null {
  if (shown?.form !== 'month-day' || heading === null || (heading.month !== null && heading.month !== shown.month)) return shown;
  const date = makeDate(heading.year, shown.month, shown.day);
  return date === null ? shown : { form: 'date', date, time: shown.time, exact: false };
}
