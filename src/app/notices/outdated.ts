import { chineseDate } from '../../core/date.ts';
import { problemInWords } from '../../notice/audit/handed-over.ts';
import { findNotice, listNotices, type Notice } from '../../store/notices.ts';
import { statusesOf } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
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
 * The notices in force on a period that say otherwise than its books do now, and in how many places. A correction with fresh data closes
 * the period anew at once, and stays so where its draft is discarded: pages that show the period say that they show the later closing.
 */
export async function changedSinceIssue(app: Pick<App, 'db'>, areaId: string, periodId: string) {
  const all = await listNotices(app.db, areaId);
  const inForce = all.filter((one) => one.periodId === periodId && one.state === 'issued');
  const told = await Promise.all(
    inForce.map(async ({ id, title, issuedAt }) => {
      const notice = await findNotice(app.db, id);
      const correction = all.find(({ supersedes, state }) => supersedes === id && state === 'draft');
      const changed = notice ? (await outdatedIn(app.db, notice)).length : 0;
      return { id, title, issuedAt: issuedAt ?? '', changed, correctionId: correction?.id ?? null };
    }),
  );
  return told.filter(({ changed }) => changed > 0);
}
