import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { parsePeriod } from '../../core/period.ts';
import { type MonitoringScheme, monitoringEntries, type PeriodResult } from '../monitoring-entries.ts';
import { entryOf, type ScoreEntry } from './entry.ts';
import type { AssessmentItem } from './scheme.ts';

/** A monitoring item as the rule of daily monitoring reads it. */
export const monitoringOf = ({ weights, points, milder }: AssessmentItem): MonitoringScheme => ({
  weights,
  deductions: { fail: points, undecided: milder },
});

/** 日常监测 of a year as entries of its item (seeds E02): one for every result that costs points. */
export function periodEntries(results: readonly PeriodResult[], item: AssessmentItem): ScoreEntry[] {
  return monitoringEntries(results, monitoringOf(item)).map(({ unitId, points, verdict, reasons, basis }) => {
    const period = parsePeriod(basis.periodId);
    const why = reasons.length > 0 ? `：${reasons.join('；')}` : '';
    const reason = `${period.label}检查结果${CHANNEL_VERDICT_NAMES[verdict]}${why}`;
    const kept = { kind: 'period', ...basis } as const;
    return entryOf(item, [basis.periodId, basis.channelId], { unitId, day: period.to, points: -points, reason, basis: kept });
  });
}
