import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { parsePeriod } from '../../core/period.ts';
import { monitoringOf } from '../../ledger/assessment/period-entries.ts';
import { type AssessmentEntry, monitoringEntries } from '../../ledger/monitoring-entries.ts';
import { csvFile } from '../csv.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { keyOf, problemsBehind, resultsOfYear } from './period-results.ts';
import { readRoster } from './roster.ts';
import { schemeOf } from './scheme.ts';

/**
 * 日常监测 of a year: entries from its closed periods under the year's scheme, and their sum by unit (seeds E02). `page`: so many
 * entries of them with the problems that stood behind each; null = all.
 */
export async function viewMonitoringYear(app: App, areaId: string, year: number, page: { page: number; size: number } | null = null) {
  await areaOf(app, areaId);
  const item = (await schemeOf(app.db, areaId, year)).scheme.items.find(({ source }) => source === 'monitoring');
  const scheme = item ? monitoringOf(item) : { weights: {}, deductions: {} };
  const roster = await readRoster(app.db, areaId);
  const channels = new Map([...roster.sites, ...roster.accounts].map((channel) => [channel.id, channel]));
  const { periods, results } = await resultsOfYear(app.db, areaId, year, roster);
  const entries = monitoringEntries(results, scheme);
  const shown = page === null ? entries : entries.slice((page.page - 1) * page.size, page.page * page.size);
  const problems = await problemsBehind(
    app.db,
    areaId,
    shown.map(({ basis }) => basis),
  );
  const nameOf = new Map(roster.units.map(({ id, name }) => [id, name]));
  return {
    year,
    scheme,
    total: entries.length,
    page: page?.page ?? 1,
    size: page?.size ?? entries.length,
    periods: periods.map(({ id, label, cutoff }) => ({ id, label, cutoff })),
    entries: shown.map(({ verdict, basis, reasons, ...entry }) => ({
      ...entry,
      unit: nameOf.get(entry.unitId) ?? entry.unitId,
      verdict: { code: verdict, name: CHANNEL_VERDICT_NAMES[verdict] },
      reasons: [...reasons],
      basis: {
        period: { id: basis.periodId, label: parsePeriod(basis.periodId).label },
        channel: { id: basis.channelId, name: channels.get(basis.channelId)?.name ?? basis.channelId },
        problems: problems.get(keyOf(basis)) ?? [],
      },
    })),
    units: roster.units.flatMap(({ id, name }) => sumOf(entries, id, name)),
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

function sumOf(entries: readonly AssessmentEntry[], unitId: string, unit: string) {
  const own = entries.filter((entry) => entry.unitId === unitId);
  if (own.length === 0) return [];
  // Points may be thirds: the sum is that of the printed cents.
  const points = own.reduce((sum, entry) => sum + Math.round(entry.points * 100), 0) / 100;
  return [{ unitId, unit, entries: own.length, points }];
}
