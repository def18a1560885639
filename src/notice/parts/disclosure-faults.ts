import { groupBy } from '../group-by.ts';
import type { Paragraph } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { DISCLOSURE_FAULTS, type DisclosureFault, type DisclosureFaultRow } from '../snapshot-disclosure.ts';
import { listed, quoted, words } from '../words.ts';
import { paragraph } from './paragraphs.ts';

/** Paragraph that names the units of a fault. */
export const faultParagraph = (fault: DisclosureFault): string => `problems.fault-${fault}`;

/** 公开不及时, 不主动: every marked unit once a fault, with what the office wrote about it (seeds N04). */
export function disclosureFaults(snapshot: Snapshot): Paragraph[] {
  const rows = snapshot.disclosure?.faults ?? [];
  return (Object.keys(DISCLOSURE_FAULTS) as DisclosureFault[]).flatMap((fault) => {
    const units = byUnit(rows.filter((row) => row.fault === fault));
    if (units.length === 0) return [];
    return [paragraph(faultParagraph(fault), 'problems', 2, DISCLOSURE_FAULTS[fault], words`${listed(units)}。`)];
  });
}

function byUnit(rows: readonly DisclosureFaultRow[]): Run[][] {
  return [...groupBy(rows, ({ unit }) => unit)].map(([unit, marks]) => {
    const reasons = [...new Set(marks.map(({ reason }) => reason))];
    return words`${quoted(unit)}（${listed(
      reasons.map((reason) => [quoted(reason)]),
      '；',
    )}）`;
  });
}
