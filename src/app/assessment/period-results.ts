import type { CalendarDate } from '../../core/date.ts';
import { PERIOD_KINDS, previousPeriod } from '../../core/period.ts';
import { type MonitoringScheme, monitoringEntries, type PeriodResult } from '../../ledger/monitoring-entries.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { stoodInEach } from '../../ledger/stood.ts';
import { type AreaPeriod, findPeriod, listPeriods, listVerdicts } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';
import type { Register } from '../../subjects/register.ts';
import { ledgerOf } from '../ledger/entries.ts';

/** The day from which the ledger bears on a year: the span of its first period begins with the cut-off of the one before, a quarter at most. */
export const ledgerDayOf = (year: number): CalendarDate => `${year - 1}-10-01`;

/**
 * Closed periods of a year and the result of every channel in them. Problems that stood then are named with results of channels that
 * cost points under one of the schemes, for nobody asks what stood behind the others; their histories alone are read.
 */
export async function resultsOfYear(
  db: Db,
  areaId: string,
  year: number,
  { register: { sites, accounts }, schemes }: { register: Register; schemes: readonly MonitoringScheme[] },
): Promise<{ periods: AreaPeriod[]; results: PeriodResult[] }> {
  const unitOf = new Map([...sites, ...accounts].map(({ id, unitId }) => [id, unitId]));
  const periods = await periodsOfYear(db, areaId, year);
  const results: PeriodResult[] = [];
  for (const period of periods)
    for (const { channelId, verdict, reasons, inBase } of await listVerdicts(db, areaId, period.id))
      results.push({ periodId: period.id, channelId, unitId: unitOf.get(channelId) ?? '', verdict, inBase, reasons, problems: [] });
  const costly = schemes.flatMap((scheme) => monitoringEntries(results, scheme)).map(({ basis }) => basis.channelId);
  if (costly.length === 0) return { periods, results };
  const ledger = await ledgerOf(db, areaId, { since: ledgerDayOf(year), channelIds: [...new Set(costly)] });
  const cutoffs = await Promise.all(periods.map((period) => findPeriod(db, areaId, previousPeriod(period).id)));
  const spans = periods.map(({ cutoff }, i) => ({ after: cutoffs[i]?.cutoff ?? null, cutoff }));
  const stood = new Map(stoodInEach(ledger, spans).map((entries, i) => [periods[i]?.id, problemsByChannel(entries)]));
  return { periods, results: results.map((result) => ({ ...result, problems: stood.get(result.periodId)?.get(result.channelId) ?? [] })) };
}

async function periodsOfYear(db: Db, areaId: string, year: number): Promise<AreaPeriod[]> {
  const all = await Promise.all(PERIOD_KINDS.map((kind) => listPeriods(db, areaId, kind)));
  return all.flat().filter(({ from }) => from.startsWith(`${year}-`));
}

function problemsByChannel(ledger: readonly LedgerEntry[]): Map<string, string[]> {
  const problems = new Map<string, string[]>();
  for (const { problem } of ledger) {
    if (problem.channelId === null) continue;
    const known = problems.get(problem.channelId);
    if (known) known.push(problem.id);
    else problems.set(problem.channelId, [problem.id]);
  }
  return problems;
}
