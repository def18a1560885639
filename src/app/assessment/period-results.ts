import type { CalendarDate } from '../../core/date.ts';
import { PERIOD_KINDS, previousPeriod } from '../../core/period.ts';
import type { PeriodResult } from '../../ledger/monitoring-entries.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { stoodIn } from '../../ledger/stood.ts';
import { type AreaPeriod, findPeriod, listPeriods, listVerdicts } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';
import type { Register } from '../../subjects/register.ts';

/** The day from which the ledger bears on a year: the span of its first period begins with the cut-off of the one before, a quarter at most. */
export const ledgerDayOf = (year: number): CalendarDate => `${year - 1}-10-01`;

/** Closed periods of a year and the result of every channel in them, with the problems that stood then. */
export async function resultsOfYear(
  db: Db,
  areaId: string,
  year: number,
  { register: { sites, accounts }, ledger }: { register: Register; ledger: readonly LedgerEntry[] },
): Promise<{ periods: AreaPeriod[]; results: PeriodResult[] }> {
  const unitOf = new Map([...sites, ...accounts].map(({ id, unitId }) => [id, unitId]));
  const periods = await periodsOfYear(db, areaId, year);
  const results: PeriodResult[] = [];
  for (const period of periods) {
    const before = await findPeriod(db, areaId, previousPeriod(period).id);
    const span = { after: before?.cutoff ?? null, cutoff: period.cutoff };
    const problems = problemsByChannel(ledger.filter((entry) => stoodIn(entry, span)));
    for (const { channelId, verdict, reasons, inBase } of await listVerdicts(db, areaId, period.id)) {
      const stood = problems.get(channelId) ?? [];
      results.push({ periodId: period.id, channelId, unitId: unitOf.get(channelId) ?? '', verdict, inBase, reasons, problems: stood });
    }
  }
  return { periods, results };
}

async function periodsOfYear(db: Db, areaId: string, year: number): Promise<AreaPeriod[]> {
  const all = await Promise.all(PERIOD_KINDS.map((kind) => listPeriods(db, areaId, kind)));
  return all.flat().filter(({ from }) => from.startsWith(`${year}-`));
}

function problemsByChannel(ledger: readonly LedgerEntry[]): Map<string, string[]> {
  const problems = new Map<string, string[]>();
  for (const { problem } of ledger)
    if (problem.channelId !== null) problems.set(problem.channelId, [...(problems.get(problem.channelId) ?? []), problem.id]);
  return problems;
}
