import { PERIOD_KINDS, previousPeriod } from '../../core/period.ts';
import type { ScoreEntry } from '../../ledger/assessment/entry.ts';
import type { PeriodResult } from '../../ledger/monitoring-entries.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import type { Span } from '../../ledger/stock.ts';
import { type AreaPeriod, findPeriod, listPeriods, verdictsOfPeriods } from '../../store/periods.ts';
import type { Db } from '../../store/schema.ts';
import { type ChannelSpan, problemsStood } from '../../store/stood.ts';
import type { Register } from '../../subjects/register.ts';

/** Closed periods of a year and the result of every channel in them; which problems stood behind one is asked for apart. */
export async function resultsOfYear(
  db: Db,
  areaId: string,
  year: number,
  { sites, accounts }: Pick<Register, 'sites' | 'accounts'>,
): Promise<{ periods: AreaPeriod[]; results: PeriodResult[] }> {
  const unitOf = new Map([...sites, ...accounts].map(({ id, unitId }) => [id, unitId]));
  const periods = await periodsOfYear(db, areaId, year);
  const verdicts = await verdictsOfPeriods(
    db,
    areaId,
    periods.map(({ id }) => id),
  );
  const results = periods.flatMap(({ id }) => verdicts.filter(({ periodId }) => periodId === id));
  return { periods, results: results.map((row) => ({ ...row, unitId: unitOf.get(row.channelId) ?? '', problems: [] })) };
}

/** Problems of channels that stood in periods, by `keyOf` their channel and period, in the order of the ledger. */
export async function problemsBehind(
  db: Db,
  areaId: string,
  wanted: readonly { channelId: string; periodId: string }[],
): Promise<Map<string, string[]>> {
  const spans = await spansOf(db, areaId, new Set(wanted.map(({ periodId }) => periodId)));
  const asked = wanted.map(({ channelId, periodId }): ChannelSpan => ({ channelId, spanId: periodId }));
  const problems = new Map<string, string[]>();
  for (const { channelId, spanId: periodId, problemId } of await problemsStood(db, areaId, spans, {
    wanted: asked,
    open: STOCK_STATUSES,
  })) {
    const key = keyOf({ channelId, periodId });
    const known = problems.get(key);
    if (known) known.push(problemId);
    else problems.set(key, [problemId]);
  }
  return problems;
}

export const keyOf = ({ channelId, periodId }: { channelId: string; periodId: string }): string => `${periodId} ${channelId}`;

/** Entries with the problems behind those that rest on a result. */
export async function withProblems<E extends ScoreEntry>(db: Db, areaId: string, entries: readonly E[]): Promise<E[]> {
  const wanted = entries.flatMap(({ basis }) => (basis.kind === 'period' ? [basis] : []));
  const problems = await problemsBehind(db, areaId, wanted);
  return entries.map((entry) => {
    const { basis } = entry;
    return basis.kind === 'period' ? { ...entry, basis: { ...basis, problems: problems.get(keyOf(basis)) ?? [] } } : entry;
  });
}

async function periodsOfYear(db: Db, areaId: string, year: number): Promise<AreaPeriod[]> {
  const all = await Promise.all(PERIOD_KINDS.map((kind) => listPeriods(db, areaId, kind)));
  return all.flat().filter(({ from }) => from.startsWith(`${year}-`));
}

/** From the cut-off before to a period's own. */
async function spansOf(db: Db, areaId: string, periodIds: ReadonlySet<string>): Promise<Map<string, Span>> {
  const spans = new Map<string, Span>();
  for (const id of periodIds) {
    const period = await findPeriod(db, areaId, id);
    const before = period && (await findPeriod(db, areaId, previousPeriod(period).id));
    if (period) spans.set(id, { after: before?.cutoff ?? null, cutoff: period.cutoff });
  }
  return spans;
}
