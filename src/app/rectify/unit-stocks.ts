import { addDays, type CalendarDate } from '../../core/date.ts';
import { type Period, parsePeriod, periodOf, previousPeriod } from '../../core/period.ts';
import type { Scope } from '../../core/role.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import { listPeriods } from '../../store/periods.ts';
import { firstMoveOn, stockByUnit } from '../../store/stock-by-unit.ts';
import { listUnits } from '../../store/units.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** Months offered to choose from. */
const MOST_MONTHS = 36;
const RULE = '期初＋新发现＋再次发现－减少＝期末；减少含销号、撤销、豁免；结转为期初已有、期末仍在的问题。';

/**
 * 存量台账: of each unit what it began a month with, what came, what went and what is carried over (seeds P09). A month that was
 * reckoned ends with its cut-off and begins after the one before it; any other is the calendar month, the present one so far.
 */
export async function viewUnitStocks(app: App, areaId: string, asked: { month: string | null; scope: Scope }) {
  const area = await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const [first, reckoned, units] = await Promise.all([
    firstMoveOn(app.db, areaId),
    listPeriods(app.db, areaId, 'month'),
    listUnits(app.db, areaId),
  ]);
  const cutoffs = new Map(reckoned.map(({ id, cutoff }) => [id, cutoff]));
  const endOf = (period: Period): CalendarDate => cutoffs.get(period.id) ?? (period.to < today ? period.to : today);
  const month = asked.month === null ? periodOf('month', today) : parsePeriod(asked.month);
  // As the notice on the month has it: after the last one that was reckoned, or from the beginning.
  const isReckoned = cutoffs.has(month.id);
  const after = isReckoned ? (reckoned.find(({ from }) => from < month.from)?.cutoff ?? null) : endOf(previousPeriod(month));
  const span = { after, cutoff: endOf(month), open: STOCK_STATUSES };
  const counts = new Map((await stockByUnit(app.db, areaId, span, asked.scope)).map((row) => [row.unitId, row]));
  const rows = units.flatMap(({ id, name, group }) => {
    const count = counts.get(id);
    return count ? [{ ...count, unit: { id, name }, group }] : [];
  });
  return {
    area: area.name,
    month: { id: month.id, label: month.label },
    months: monthsUntil(today, first),
    from: after === null ? earlierOf(first ?? month.from, month.from) : addDays(after, 1),
    to: span.cutoff,
    rows: rows.map(({ unitId: _unitId, ...row }) => row),
  };
}

/** The first month reckoned takes in what stood before it; where nothing did it is the month, whichever day the first problem was found. */
const earlierOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/** Months from the newest back to the first with anything in it. */
function monthsUntil(today: CalendarDate, first: CalendarDate | null): { id: string; label: string }[] {
  const months: { id: string; label: string }[] = [];
  let month = periodOf('month', today);
  const last = first === null ? month.id : periodOf('month', first).id;
  for (; month.id >= last && months.length < MOST_MONTHS; month = previousPeriod(month)) months.push({ id: month.id, label: month.label });
  return months;
}

/** The same as a workbook, with the span and the rule. */
export async function unitStocksFile(app: App, areaId: string, asked: { month: string | null; scope: Scope }) {
  const { area, month, from, to, rows } = await viewUnitStocks(app, areaId, asked);
  const sum = (key: 'opening' | 'found' | 'reopened' | 'closed' | 'closing' | 'carried'): number =>
    rows.reduce((n, row) => n + row[key], 0);
  const line = (name: string, group: string, of: (key: Parameters<typeof sum>[0]) => number) => [
    ...[name, group, of('opening'), of('found'), of('reopened'), of('closed'), of('closing'), of('carried')],
  ];
  const bytes = await listWorkbook([
    {
      name: '存量台账',
      notes: [`${area}${month.label}问题存量`, `${from}至${to}，截至 ${to}。`, `口径：${RULE}`],
      head: ['单位', '类别', '期初', '新发现', '再次发现', '减少', '期末', '其中结转'],
      widths: [32, 14, 9, 9, 9, 9, 9, 9],
      rows: [...rows.map((row) => line(row.unit.name, row.group ?? '', (key) => row[key])), line('合计', '', sum)],
    },
  ]);
  return { bytes, fileName: fileNameOf(`${area}${month.label}问题存量`, 'xlsx') };
}
