import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import { listObjections } from '../../store/objections.ts';
import type { PeriodVerdict } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';

/** What the office decided about the result of a channel that a unit objected to. */
export interface VerdictRuling {
  channelId: string;
  verdict: ChannelVerdict;
  reasons: readonly string[];
}

/** Accepted objections of a period in the order they were decided. */
export async function verdictRulings(db: Db, areaId: string, periodId: string): Promise<VerdictRuling[]> {
  return (await listObjections(db, areaId, 'verdict', periodId))
    .filter(({ outcome }) => outcome === 'accepted')
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1))
    .map(({ subjectId, after }) => ({ channelId: subjectId, ...(after as Omit<VerdictRuling, 'channelId'>) }));
}

/** Results as decided: closing a period again does not undo what the office has granted (seeds V09). */
export function withVerdictRulings(verdicts: readonly PeriodVerdict[], rulings: readonly VerdictRuling[]): PeriodVerdict[] {
  const last = new Map(rulings.map((ruling) => [ruling.channelId, ruling]));
  return verdicts.map((row) => {
    const ruling = last.get(row.channelId);
    if (!ruling) return row;
    const { verdict, reasons } = ruling;
    return { ...row, verdict, reasons: [...reasons], failedInARow: verdict === 'fail' ? row.failedInARow : 0 };
  });
}
