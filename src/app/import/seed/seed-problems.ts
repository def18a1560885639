import { parsePeriod } from '../../../core/period.ts';
import { columnName } from '../../../subjects/column.ts';
import type { NoticePeriod } from '../problems/history.ts';
import { doubtOfCategory } from '../problems/settle-problems.ts';
import type { SettledProblem } from '../problems/settled-problem.ts';
import type { SettleContext } from '../settle/context.ts';
import type { Settled } from '../settle/settle.ts';
import { seedPeriod } from './draft-seed.ts';
import type { OpeningProblem } from './openings.ts';
import type { SeedNotice } from './schema.ts';
import { problemPath } from './seed-columns.ts';

/** Period, cut-off and day of a notice; null when it names no period. */
export function seedNoticePeriod(notice: SeedNotice): NoticePeriod | null {
  const id = seedPeriod(notice);
  if (id === null) return null;
  const period = parsePeriod(id);
  const cutoff = notice.period.dataCutoff ?? notice.period.end ?? period.to;
  const signedOn = notice.document.signedDate ?? notice.document.printedDate ?? cutoff;
  // Some are signed before their quarter is over; what they report was found by then.
  return { period, cutoff: signedOn < cutoff ? signedOn : cutoff, signedOn };
}

/** All problems a notice prints; those of unnamed units are put down under the office that issued it, held against nobody. */
export function seedProblems(
  notice: SeedNotice,
  fileName: string,
  openings: readonly OpeningProblem[],
  settled: Pick<Settled, 'columns' | 'units'>,
  { index, remarks }: SettleContext,
): SettledProblem[] {
  const byRef = new Map(openings.map((opening) => [opening.ref, opening]));
  return notice.problems.flatMap((problem, i): SettledProblem[] => {
    const named = byRef.get(problem.id);
    const place = { sheet: fileName, field: `problems[${i}].unit` };
    const unitId = named?.unitId ?? index.resolve(notice.document.issuer, place, 'unit', remarks);
    if (unitId === null) return [];
    const path = problemPath(problem);
    const column =
      path === null || !named
        ? undefined
        : settled.columns.find(
            ({ path: own, unitId: keeper }) => columnName(own) === columnName(path) && [named.unitId, named.atUnitId].includes(keeper),
          );
    return [
      {
        ref: problem.id,
        unitId,
        channelId: named?.channelIds.length === 1 ? (named.channelIds[0] as string) : (column?.siteId ?? null),
        columnId: column?.id ?? null,
        category: problem.category,
        place: { label: problem.object ?? path?.join('—') ?? (named ? index.nameOf(named.atUnitId) : '未点名'), url: null },
        text: problem.text,
        foundOn: problem.detectedDate,
        lastUpdate: problem.lastUpdateDate,
        limit: problem.threshold,
        handedOn: null,
        dueOn: problem.dueDate,
        rectified: problem.rectified === 'not_stated' ? null : problem.rectified,
        rectifiedOn: null,
        recurrenceOf: problem.recurrenceOf,
        doubt: !named ? 'unnamed' : problem.inconsistent ? 'contradicts' : doubtOfCategory(problem.category),
      },
    ];
  });
}
