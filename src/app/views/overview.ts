import type { Scope } from '../../core/role.ts';
import { REASONS } from '../../core/verdict.ts';
import { PROBLEM_STATUS_CODES, STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import { loadSheets } from '../../sheets/load.ts';
import { sheetTitle } from '../../sheets/sheet-title.ts';
import { countWaiting } from '../../store/desk.ts';
import { type AreaPeriod, listPeriods, listVerdicts } from '../../store/periods.ts';
import { RUN_STATE_NAMES } from '../../store/states.ts';
import { countByUnit } from '../../store/views-facets.ts';
import { listRunProgress, unseenAt } from '../../store/views-runs.ts';
import { countVerdictsByKind, type VerdictCount } from '../../store/views-verdicts.ts';
import type { App } from '../open.ts';
import { looksAgain } from '../runs/due.ts';
import { areaOf, choosePeriod, todayOf } from './area-of.ts';
import { rateOf } from './pass-rates.ts';
import { lateOn, stockOfPeriods } from './stock.ts';
import { KIND_ORDER, kindName } from './words.ts';

const TREND_PERIODS = 12;
const RUNS_SHOWN = 5;

/** Everything the first page shows of one period, to whom the scope belongs. */
export async function viewOverview(app: App, areaId: string, periodId: string | undefined, scope: Scope) {
  await areaOf(app, areaId);
  const period = await choosePeriod(app, areaId, periodId);
  const today = await todayOf(app, areaId);
  const forUnit = PROBLEM_STATUS_CODES.filter(waitsForUnit);
  const [units, runs, unseen, waiting] = await Promise.all([
    countByUnit(app.db, areaId, { open: STOCK_STATUSES, waiting: forUnit }, today),
    listRunProgress(app.db, areaId, period?.to ?? null, RUNS_SHOWN),
    unseenAt(app.db, areaId, period?.cutoff ?? today),
    countWaiting(app.db, areaId, scope),
  ]);
  return {
    ...(await ofPeriod(app, areaId, period)),
    units,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    unseen: unseen && {
      day: unseen.day,
      total: unseen.total,
      judged: unseen.judged,
      reasons: unseen.unseen.map(({ verdict, reason, count, channels }) => ({
        code: reason ?? verdict,
        name: reason ? REASONS[reason] : '原因未注明',
        verdict,
        count,
        channels,
      })),
    },
    runs: runs.map(({ kind, state, createdAt, ...run }) => ({
      ...run,
      kindName: runKindName(kind),
      state: { code: state, name: RUN_STATE_NAMES[state] },
      startedAt: createdAt,
    })),
  };
}

async function ofPeriod(app: App, areaId: string, period: AreaPeriod | null) {
  if (!period) return { period: null, kinds: [], trend: [], stock: null };
  const recent = (await listPeriods(app.db, areaId, period.kind)).filter(({ from }) => from <= period.from).slice(0, TREND_PERIODS + 1);
  const periods = recent.toReversed();
  const [counts, stocks, overdue, verdicts] = await Promise.all([
    countVerdictsByKind(app.db, areaId, { kind: period.kind, until: period.from, howMany: TREND_PERIODS }),
    stockOfPeriods(app, areaId, periods),
    lateOn(app, areaId, period.cutoff),
    listVerdicts(app.db, areaId, period.id),
  ]);
  const stock = stocks.get(period.id);
  return {
    period: {
      id: period.id,
      label: period.label,
      cutoff: period.cutoff,
      sheet: sheetName(verdicts[0]?.sheet),
    },
    kinds: KIND_ORDER.flatMap((kind) =>
      kindRow(
        kind,
        counts.filter((row) => row.periodId === period.id && row.kind === kind),
      ),
    ),
    trend: periods.slice(-TREND_PERIODS).map(({ id, label }) => {
      const rows = counts.filter((row) => row.periodId === id);
      const of = (type: VerdictCount['type']) => rateOf(rows.filter((row) => row.type === type));
      return { id, label, site: of('site'), account: of('account'), stock: stocks.get(id)?.closing ?? null };
    }),
    stock: stock ? { ...stock, overdue, balanced: stock.opening + stock.found + stock.reopened - stock.closed === stock.closing } : null,
  };
}

/** 检查指标 the results rest on, as people call it; an officer has no use for its key. */
const sheetName = (key: string | undefined): string | null =>
  key === undefined ? null : (sheetTitle(loadSheets(), key) ?? '（其他版本）');

function kindRow(kind: string, rows: readonly VerdictCount[]) {
  const [first] = rows;
  if (!first) return [];
  const inBase = rows.filter((row) => row.inBase);
  const tally = { no_problem: 0, pass: 0, fail: 0, undecided: 0 };
  for (const row of inBase) tally[row.verdict] += row.count;
  const outside = new Map<string, number>();
  for (const row of rows) if (!row.inBase) outside.set(row.outside ?? '未注明', (outside.get(row.outside ?? '未注明') ?? 0) + row.count);
  return [
    {
      code: kind,
      name: kindName(kind),
      type: first.type,
      tally,
      rate: rateOf(inBase),
      outside: [...outside].map(([why, count]) => ({ why, count })),
    },
  ];
}

/** Kinds of runs: `daily`, `sweep`, one round of visits `probe-07`, a day's rounds at once `probes`. */
function runKindName(kind: string): string {
  if (kind === 'daily') return '全面监测';
  if (kind.startsWith('sweep')) return '全站巡查';
  if (kind.startsWith('recheck-')) return '机器复核';
  if (looksAgain(kind)) return '立即监测';
  const hour = /^probe-(\d\d)$/.exec(kind)?.[1];
  return hour ? `可用性探测（${Number(hour)}时）` : kind === 'probes' ? '可用性探测' : kind;
}
