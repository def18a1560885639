import { isHandedOverNow } from '../handing.ts';
import type { NoticeDocument } from '../model.ts';
import { PROBLEM_LIST } from '../parts/problem-list.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Problems that the notice hands over and 问题清单 prints as such, by id. */
export function handedOverInPrint(document: NoticeDocument, snapshot: Pick<Snapshot, 'problems'>): ReadonlySet<string> {
  const printed = new Set(
    document.attachments.filter(({ table }) => table.id === PROBLEM_LIST).flatMap(({ table }) => table.rows.flatMap((row) => row.from)),
  );
  return new Set(snapshot.problems.filter((problem) => isHandedOverNow(problem) && printed.has(problem.id)).map(({ id }) => id));
}

/** A unit is given nothing that the notice does not show it: every problem handed over is a row of 问题清单. Nobody can accept less. */
export function auditHandedOver(document: NoticeDocument, snapshot: Snapshot): Disagreement[] {
  const printed = handedOverInPrint(document, snapshot);
  return snapshot.problems
    .filter((problem) => isHandedOverNow(problem) && !printed.has(problem.id))
    .map((problem) =>
      disagreement('attachment-row', 'refused', '问题清单', `${problemInWords(problem)}将随通报交办，问题清单中没有这一条`),
    );
}

/** A problem as an officer would point at it: 县甲局“通知公告”：超过半年未更新. */
export const problemInWords = ({ unit, place, text, withheld, categoryName }: ProblemRow): string =>
  withheld ? `${unit}：${categoryName}` : `${unit}“${place}”：${text}`;
