import { chineseDate } from '../../core/date.ts';
import { problemInWords } from '../../notice/audit/handed-over.ts';
import type { Notice } from '../../store/notices.ts';
import { statusesOf } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
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
