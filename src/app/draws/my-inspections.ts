import { INSPECTION_OUTCOMES } from '../../ledger/inspection.ts';
import { findDraw } from '../../store/draws.ts';
import { listInspections } from '../../store/inspections.ts';
import { linesById, unitOfLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { namedCategory, namedStatus } from '../views/words.ts';
import { proofsOfResults } from './inspection-proofs.ts';

/** 我的复查任务: what a person was drawn for, open ones first. Of everybody else's nothing is told. */
export async function viewMyInspections(app: App, areaId: string, { userId, name }: Pick<Caller, 'userId' | 'name'>) {
  const mine = await listInspections(app.db, areaId, { inspectorId: userId });
  const files = await proofsOfResults(app.db, areaId, mine);
  const lines = await linesById(
    app.db,
    areaId,
    mine.map(({ problemId }) => problemId),
  );
  const draws = new Map<string, { purpose: string; madeAt: string }>();
  for (const drawId of new Set(mine.map((one) => one.drawId))) {
    const row = await findDraw(app.db, areaId, drawId);
    if (row) draws.set(drawId, { purpose: row.record.purpose, madeAt: row.madeAt });
  }
  const rows = mine.flatMap((task) => {
    const { drawId, problemId, outcome, words, proof, doneAt, releasedOn } = task;
    const [line, draw] = [lines.get(problemId), draws.get(drawId)];
    if (!line || !draw) return [];
    return [
      {
        ...{ drawId, problemId, purpose: draw.purpose, drawnAt: draw.madeAt },
        ...{ unit: unitOfLine(line), channel: line.channelName, place: line.placeLabel, url: line.placeUrl, text: line.text },
        ...{ category: namedCategory(line.category), status: namedStatus(line.status), foundOn: line.firstFoundOn },
        releasedOn,
        /** Handed in already for the result that is still to come. */
        waiting: outcome === null ? files.waiting(problemId, name) : [],
        result:
          outcome === null
            ? null
            : { code: outcome, name: INSPECTION_OUTCOMES[outcome], words, proof, files: files.named(task), at: doneAt },
      },
    ];
  });
  const isDone = (row: (typeof rows)[number]): number => Number(row.result !== null || row.releasedOn !== null);
  return rows.toSorted((a, b) => isDone(a) - isDone(b) || b.drawnAt.localeCompare(a.drawnAt));
}
