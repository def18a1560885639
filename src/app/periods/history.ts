import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import { type Period, previousPeriod } from '../../core/period.ts';
import type { PeriodOutcome } from '../../ledger/in-a-row.ts';
import { listVerdicts } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';

const PERIODS_BACK = 24;

/** What a verdict counts as in 连续N个月; what nobody could decide ends the count. */
export function outcomeOf(verdict: ChannelVerdict): PeriodOutcome['outcome'] {
  if (verdict === 'fail') return 'failed';
  return verdict === 'undecided' ? 'unknown' : 'clean';
}

/** Verdicts of the periods before, by channel. A period that was not reckoned ends every count of periods in a row. */
export async function earlierVerdicts(db: Db, areaId: string, period: Period): Promise<Map<string, PeriodOutcome[]>> {
  const history = new Map<string, PeriodOutcome[]>();
  let before = previousPeriod(period);
  for (let i = 0; i < PERIODS_BACK; i += 1, before = previousPeriod(before)) {
    const rows = await listVerdicts(db, areaId, before.id);
    if (rows.length === 0) break;
    for (const { channelId, verdict } of rows)
      history.set(channelId, [...(history.get(channelId) ?? []), { period: before.id, outcome: outcomeOf(verdict) }]);
  }
  return history;
}
