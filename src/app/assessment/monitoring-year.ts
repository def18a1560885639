import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { PERIOD_KINDS, parsePeriod, previousPeriod } from '../../core/period.ts';
import { type AssessmentEntry, monitoringEntries, type PeriodResult } from '../../ledger/monitoring-entries.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { stoodIn } from '../../ledger/stood.ts';
import { type AreaPeriod, findPeriod, listPeriods, listVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { csvFile } from '../csv.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** 日常监测 of a year: entries from its closed periods under the area's scheme, and their sum by unit (seeds E02). */
export async function viewMonitoringYear(app: App, areaId: string, year: number) {
  await areaOf(app, areaId);
  const { assessment: scheme } = await readAreaSettings(app.db, areaId);
  const { units, sites, accounts } = await readRegister(app.db, areaId);
  const channels = new Map([...sites, ...accounts].map((channel) => [channel.id, channel]));
  const periods = await periodsOfYear(app, areaId, year);
  const ledger = await ledgerOf(app.db, areaId);
  const results: PeriodResult[] = [];
  for (const period of periods) {
    const before = await findPeriod(app.db, areaId, previousPeriod(period).id);
    const span = { after: before?.cutoff ?? null, cutoff: period.cutoff };
    const problems = problemsByChannel(ledger.filter((entry) => stoodIn(entry, span)));
    for (const { channelId, verdict, reasons, inBase } of await listVerdicts(app.db, areaId, period.id)) {
      const unitId = channels.get(channelId)?.unitId ?? '';
      results.push({ periodId: period.id, channelId, unitId, verdict, inBase, reasons, problems: problems.get(channelId) ?? [] });
    }
  }
  const entries = monitoringEntries(results, scheme);
  const nameOf = (unitId: string): string => units.find(({ id }) => id === unitId)?.name ?? unitId;
  return {
    year,
    scheme,
    periods: periods.map(({ id, label, cutoff }) => ({ id, label, cutoff })),
    entries: entries.map(({ verdict, basis, reasons, ...entry }) => ({
      ...entry,
      unit: nameOf(entry.unitId),
      verdict: { code: verdict, name: CHANNEL_VERDICT_NAMES[verdict] },
      reasons: [...reasons],
      basis: {
        period: { id: basis.periodId, label: parsePeriod(basis.periodId).label },
        channel: { id: basis.channelId, name: channels.get(basis.channelId)?.name ?? basis.channelId },
        problems: [...basis.problems],
      },
    })),
    units: units.flatMap(({ id, name }) => sumOf(entries, id, name)),
  };
}

type MonitoringYear = Awaited<ReturnType<typeof viewMonitoringYear>>;

/** The entries as a list that spreadsheets open. */
export function monitoringYearCsv({ entries }: MonitoringYear): string {
  const head = ['单位', '期', '网站或账号', '检查结果', '权重', '得分', '理由', '问题编号'];
  return csvFile([
    head,
    ...entries.map(({ unit, basis, verdict, weight, points, reasons }) => [
      unit,
      basis.period.label,
      basis.channel.name,
      verdict.name,
      String(weight),
      String(points),
      reasons.join('；'),
      basis.problems.join(' '),
    ]),
  ]);
}

async function periodsOfYear(app: App, areaId: string, year: number): Promise<AreaPeriod[]> {
  const all = await Promise.all(PERIOD_KINDS.map((kind) => listPeriods(app.db, areaId, kind)));
  return all.flat().filter(({ from }) => from.startsWith(`${year}-`));
}

function problemsByChannel(ledger: readonly LedgerEntry[]): Map<string, string[]> {
  const problems = new Map<string, string[]>();
  for (const { problem } of ledger)
    if (problem.channelId !== null) problems.set(problem.channelId, [...(problems.get(problem.channelId) ?? []), problem.id]);
  return problems;
}

function sumOf(entries: readonly AssessmentEntry[], unitId: string, unit: string) {
  const own = entries.filter((entry) => entry.unitId === unitId);
  if (own.length === 0) return [];
  // Points may be thirds: the sum is that of the printed cents.
  const points = own.reduce((sum, entry) => sum + Math.round(entry.points * 100), 0) / 100;
  return [{ unitId, unit, entries: own.length, points }];
}
