import { MingchaError } from '../../core/error.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import { cents } from '../../ledger/assessment/entry.ts';
import { placeAmong } from '../../ledger/assessment/rank.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import { type AboveMark, findAboveResult, listAboveMarks, putAboveMark, putAboveResult, removeAboveMark } from '../../store/above.ts';
import { findProblem } from '../../store/problems.ts';
import { findLedgerLine, listLedger } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { problemLine } from '../views/problems.ts';
import { viewIndicators } from './indicators.ts';

export const ABOVE_LEVELS = { city: '市级已发现', province: '省级已发现', nation: '国家级已发现' } as const;

/** Problems of the stock shown at most beside those marked; the ledger has them all. */
const OTHERS_SHOWN = 50;

/**
 * Problems the higher level has seen, first, then the rest of the stock (seeds E05), and what the area may expect of its assessment
 * there: full marks less what the self-check lacks and what the marked open problems cost, against last year.
 */
export async function viewAbove(app: App, areaId: string, year: number, scope: Scope = WHOLE_AREA) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const marks = await listAboveMarks(app.db, areaId);
  const marked = await Promise.all(
    marks.map(async (mark) => ({ mark, line: await findLedgerLine(app.db, areaId, mark.problemId, scope) })),
  );
  const stock = await listLedger(app.db, areaId, {
    ...{ statuses: [...STOCK_STATUSES], categories: [], unitIds: [], kinds: [], channelIds: [], overdue: null, words: null, scope },
    ...{ sort: 'found', descending: true, limit: OTHERS_SHOWN + marks.length, offset: 0 },
  });
  const isMarked = new Set(marks.map(({ problemId }) => problemId));
  const open: readonly string[] = STOCK_STATUSES;
  const first = marked
    .flatMap(({ mark, line }) => (line ? [{ ...problemLine(line, today), above: said(mark) }] : []))
    .toSorted((a, b) => Number(open.includes(b.status.code)) - Number(open.includes(a.status.code)));
  const rest = stock.rows.filter(({ id }) => !isMarked.has(id)).slice(0, OTHERS_SHOWN);
  const atStake = first.filter(({ status }) => open.includes(status.code));
  return {
    year,
    rows: [...first, ...rest.map((line) => ({ ...problemLine(line, today), above: null }))],
    stock: stock.total,
    forecast: await forecastOf(
      app,
      areaId,
      year,
      atStake.reduce((sum, { above }) => sum + cents(above.points ?? 0), 0),
    ),
    unpriced: atStake.filter(({ above }) => above.points === null).length,
    result: resultOf(await findAboveResult(app.db, areaId, year)),
    last: resultOf(await findAboveResult(app.db, areaId, year - 1)),
  };
}

const said = ({ level, points, note, markedBy, markedAt }: AboveMark) => ({
  ...{ points, note, markedBy, markedAt },
  level: { code: level, name: ABOVE_LEVELS[level] },
});

const resultOf = (result: Awaited<ReturnType<typeof findAboveResult>>) =>
  result && (({ areaId: _areaId, byName, ...rest }) => ({ ...rest, by: byName }))(result);

async function forecastOf(app: App, areaId: string, year: number, atStakeCents: number) {
  const last = await findAboveResult(app.db, areaId, year - 1);
  const { totals } = await viewIndicators(app, areaId, year, { unitId: undefined });
  const fullScore = totals.count > 0 ? totals.points : last?.fullScore;
  if (fullScore === undefined) return null;
  const score = (cents(fullScore) - cents(totals.gap) - atStakeCents) / 100;
  return {
    fullScore,
    gap: totals.gap,
    unscored: totals.unscored,
    atStake: atStakeCents / 100,
    score,
    /** Both as shares of full marks, since the marks may differ from year to year. */
    againstLast: last ? cents((score / fullScore - last.score / last.fullScore) * 100) / 100 : null,
    place: last && last.others.length > 0 ? placeAmong((score / fullScore) * last.fullScore, last.others) : null,
    of: last && last.others.length > 0 ? last.others.length + 1 : null,
  };
}

/** Marks a problem as seen above with what it may cost there. Throws 'not-found'. */
export async function markAbove(
  app: App,
  areaId: string,
  mark: Pick<AboveMark, 'problemId' | 'level' | 'points' | 'note'> & { by: string },
) {
  if ((await findProblem(app.db, mark.problemId))?.areaId !== areaId)
    throw new MingchaError('not-found', '台账中没有这个问题。', '请从问题台账中选择。');
  const { by, ...rest } = mark;
  await putAboveMark(app.db, { areaId, ...rest, markedBy: by, markedAt: app.now() });
}

/** Takes the mark off. Throws 'not-found'. */
export async function unmarkAbove(app: App, areaId: string, problemId: string): Promise<void> {
  if (!(await removeAboveMark(app.db, areaId, problemId)))
    throw new MingchaError('not-found', '这个问题没有标记为上级已发现。', '请刷新页面。');
}

/** Puts down how the higher level scored the area in a year. Throws 'bad-input'. */
export async function saveAboveResult(
  app: App,
  areaId: string,
  result: { year: number; fullScore: number; score: number; place: number | null; others: number[]; source: string; by: string },
): Promise<void> {
  await areaOf(app, areaId);
  const { by, ...rest } = result;
  if (rest.score > rest.fullScore) throw new MingchaError('bad-input', '得分高于满分。', '请核对得分和满分。');
  await putAboveResult(app.db, { areaId, ...rest, byName: by, at: app.now() });
}
