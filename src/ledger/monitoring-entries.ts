import type { ChannelVerdict } from '../core/channel-verdict.ts';
import { stableId } from '../core/id.ts';
import { type PeriodKind, parsePeriod, periodOf } from '../core/period.ts';

/** 日常监测 in the 考核 scheme of a year, as data: what a result costs, and how much a period of each kind weighs. */
export interface MonitoringScheme {
  /** Weight of a period's results; a kind that is absent does not feed the year. */
  weights: Readonly<Partial<Record<PeriodKind, number>>>;
  /** Points a result of weight 1 takes away; a result that is absent costs nothing and makes no entry. */
  deductions: Readonly<Partial<Record<ChannelVerdict, number>>>;
}

/** 检查结果 of one channel in one closed period. */
export interface PeriodResult {
  periodId: string;
  channelId: string;
  unitId: string;
  verdict: ChannelVerdict;
  /** Outside the base nothing is counted, as in the pass rate. */
  inBase: boolean;
  /** Lines as the notice printed them. */
  reasons: readonly string[];
  /** Problems of the channel that stood in the period. */
  problems: readonly string[];
}

/** ScoreEntry: one deduction of the year and what it rests on (seeds E01, E02). */
export interface AssessmentEntry {
  id: string;
  item: 'monitoring';
  unitId: string;
  /** Points as the scheme gives them: never above 0. Caps of the scheme come after (seeds E06). */
  points: number;
  weight: number;
  verdict: ChannelVerdict;
  reasons: readonly string[];
  /** The period's result and the problems of the ledger behind it. */
  basis: { periodId: string; channelId: string; problems: readonly string[] };
}

/**
 * One entry for every result that costs points: three failing months are three entries. A quarter counts only where none of
 * its months was judged for the channel, so that nothing is counted twice. Ordered by period, channel.
 */
export function monitoringEntries(results: readonly PeriodResult[], scheme: MonitoringScheme): AssessmentEntry[] {
  const counts = (kind: PeriodKind): boolean => (scheme.weights[kind] ?? 0) > 0;
  // A year has a dozen periods and thousands of results.
  const quarterOf = new Map([...new Set(results.map(({ periodId }) => periodId))].map((id) => [id, quarterOfMonth(id)]));
  const byMonth = new Set(
    results.flatMap(({ channelId, periodId }) => {
      const quarter = counts('month') ? quarterOf.get(periodId) : null;
      return quarter ? [`${channelId} ${quarter}`] : [];
    }),
  );
  return results
    .filter(({ inBase, channelId, periodId }) => inBase && !byMonth.has(`${channelId} ${periodId}`))
    .flatMap((result) => entryOf(result, scheme))
    .toSorted((a, b) => order(a.basis.periodId, b.basis.periodId) || order(a.basis.channelId, b.basis.channelId));
}

/** The quarter a month lies in; null for a quarter. */
function quarterOfMonth(periodId: string): string | null {
  const { kind, from } = parsePeriod(periodId);
  return kind === 'month' ? periodOf('quarter', from).id : null;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entryOf(result: PeriodResult, { weights, deductions }: MonitoringScheme): AssessmentEntry[] {
  const { periodId, channelId, unitId, verdict, reasons, problems } = result;
  const weight = weights[parsePeriod(periodId).kind] ?? 0;
  const cost = (deductions[verdict] ?? 0) * weight;
  if (cost <= 0) return [];
  const id = stableId('entry', 'monitoring', periodId, channelId);
  return [{ id, item: 'monitoring', unitId, points: -cost, weight, verdict, reasons, basis: { periodId, channelId, problems } }];
}
