import { chineseDate } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { problemInWords } from '../../notice/audit/handed-over.ts';
import { findNotice, listNotices, type Notice } from '../../store/notices.ts';
import { listPeriods } from '../../store/periods.ts';
import { statusesOf } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
import { type PeriodStock, stockOfPeriods } from '../views/stock.ts';
import { changedResults } from './results-stand.ts';

/** Something a notice says that turned out otherwise since it was frozen. */
export interface Outdated {
  text: string;
  problemId: string | null;
}

/** What a draft or the notice in force says of units and is known to be wrong now: results that were changed, problems that were taken back. */
export async function outdatedIn(db: Db, notice: Notice): Promise<Outdated[]> {
  if (notice.state !== 'draft' && notice.state !== 'issued') return [];
  const results = await changedResults(db, notice, notice.state === 'draft' ? '草稿中' : '通报中');
  const named = notice.snapshot.problems.filter(({ level }) => level === 'problem');
  const statuses = await statusesOf(
    db,
    named.map(({ id }) => id),
  );
  const fallen = named.flatMap((row): Outdated[] => {
    if (statuses.get(row.id) !== 'withdrawn') return [];
    return [{ text: `${problemInWords(row)}（${chineseDate(row.foundOn)}发现），已撤销，经核实不成立`, problemId: row.id }];
  });
  return [...results.map(({ message }) => ({ text: message, problemId: null })), ...fallen];
}

/**
 * The notices in force on a period that say otherwise than its books do now: in how many places, and in which numbers of its stock. A
 * correction with fresh data closes the period anew at once, and stays so where its draft is discarded; and what is done on the cut-off
 * day itself, or entered for a day before it, still counts in the period when its notice is out. Pages that show the period say so.
 */
export async function changedSinceIssue(app: App, areaId: string, periodId: string) {
  const all = await listNotices(app.db, areaId);
  const inForce = all.filter((one) => one.periodId === periodId && one.state === 'issued');
  if (inForce.length === 0) return [];
  const { kind } = parsePeriod(periodId);
  const periods = await listPeriods(app.db, areaId, kind);
  const now = (await stockOfPeriods(app, areaId, periods.toReversed())).get(periodId);
  const told = await Promise.all(
    inForce.map(async ({ id, title, issuedAt }) => {
      const notice = await findNotice(app.db, id);
      const correction = all.find(({ supersedes, state }) => supersedes === id && state === 'draft');
      const changed = notice ? (await outdatedIn(app.db, notice)).length : 0;
      const stock = notice && now ? movedStock(notice.snapshot.stock, now) : [];
      return { id, title, issuedAt: issuedAt ?? '', changed, stock, correctionId: correction?.id ?? null };
    }),
  );
  return told.filter(({ changed, stock }) => changed > 0 || stock.length > 0);
}

const STOCK_NAMES = { opening: '期初', found: '新发现', reopened: '再次发现', closed: '减少', closing: '期末' } as const;
const STOCK_KEYS = Object.keys(STOCK_NAMES) as (keyof typeof STOCK_NAMES)[];

const movedStock = (printed: PeriodStock, now: PeriodStock) =>
  STOCK_KEYS.flatMap((key) => (printed[key] === now[key] ? [] : [{ name: STOCK_NAMES[key], printed: printed[key], now: now[key] }]));
