import { nextPeriod, type PeriodKind, parsePeriod } from '../../../core/period.ts';
import type { Scope } from '../../../core/role.ts';
import { recurrencesByDay } from '../../../store/ledger-moves.ts';
import { type AreaPeriod, listPeriods } from '../../../store/periods.ts';
import { countVerdictsByKind } from '../../../store/views-verdicts.ts';
import type { App } from '../../open.ts';
import { areaOf } from '../area-of.ts';
import { rateOf } from '../pass-rates.ts';
import { stockOfPeriods } from '../stock.ts';

/** Two years of months and the one before them, so that every month of the last year has its like of the year before. */
const SHOWN: Readonly<Record<PeriodKind, number>> = { month: 25, quarter: 13 };

/**
 * 走势: found, closed, stock, coming back and pass rates of every period, the newest last. A period that was never reckoned
 * stands as a gap: nothing is drawn through it and nothing is compared with it.
 */
export async function viewTrends(app: App, areaId: string, scope: Scope, asked: PeriodKind | undefined) {
  await areaOf(app, areaId);
  const kept = { month: await listPeriods(app.db, areaId, 'month'), quarter: await listPeriods(app.db, areaId, 'quarter') };
  const kind = asked ?? (kept.month.length === 0 && kept.quarter.length > 0 ? 'quarter' : 'month');
  const periods = kept[kind].slice(0, SHOWN[kind] + 1).toReversed();
  const shown = periods.slice(-SHOWN[kind]);
  const kinds = (['month', 'quarter'] as const).filter((code) => kept[code].length > 0);
  const newest = shown.at(-1);
  if (!newest) return { kind, kinds, rows: [], areas: [] };
  const ofChannels = scope.categories === null;
  const [stocks, recurrences, counts] = await Promise.all([
    stockOfPeriods(app, areaId, periods, scope),
    recurrencesByDay(app.db, areaId, scope, newest.cutoff),
    ofChannels ? countVerdictsByKind(app.db, areaId, { kind, until: newest.from, howMany: shown.length }, scope.units) : [],
  ]);
  return {
    kind,
    kinds,
    areas: [],
    rows: withGaps(shown).map(({ id, label, period }) => {
      const stock = period && stocks.get(id);
      if (!period || !stock) return { id, label, reckoned: null };
      const before = periods[periods.indexOf(period) - 1]?.cutoff ?? null;
      const rows = counts.filter(({ periodId }) => periodId === id);
      return {
        id,
        label,
        reckoned: {
          after: before,
          cutoff: period.cutoff,
          ...stock,
          recurred: recurrences.reduce(
            (n, { day, count }) => (day <= period.cutoff && (before === null || day > before) ? n + count : n),
            0,
          ),
          site: ofChannels ? rateOf(rows.filter(({ type }) => type === 'site')) : null,
          account: ofChannels ? rateOf(rows.filter(({ type }) => type === 'account')) : null,
        },
      };
    }),
  };
}

/** Every period from the first to the last; those that were not reckoned have none. */
function withGaps(periods: readonly AreaPeriod[]): { id: string; label: string; period: AreaPeriod | null }[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (!first || !last) return [];
  const known = new Map(periods.map((period) => [period.id, period]));
  const rows: ReturnType<typeof withGaps> = [];
  for (let period = parsePeriod(first.id); period.from <= last.from; period = nextPeriod(period))
    rows.push({ id: period.id, label: period.label, period: known.get(period.id) ?? null });
  return rows;
}
