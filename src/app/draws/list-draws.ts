import { drawHolds } from '../../ledger/draw.ts';
import { checkInspection } from '../../ledger/inspection.ts';
import { isInspection, listDraws } from '../../store/draws.ts';
import { inspectionProgress, listInspectionPublications } from '../../store/inspections.ts';
import { listSubstitutions } from '../../store/substitutions.ts';
import { DRAW_KIND_NAMES } from '../../subjects/draw-kind.ts';
import type { App } from '../open.ts';

/** All draws of an area in a line each, the newest first. Every draw is kept: who drew until it suited stands here too. */
export async function viewDrawList(app: App, areaId: string) {
  const [rows, progress, publications, replaced] = await Promise.all([
    listDraws(app.db, areaId),
    inspectionProgress(app.db, areaId),
    listInspectionPublications(app.db, areaId),
    listSubstitutions(app.db, areaId),
  ]);
  const substitutionsOf = (id: string) => replaced.filter(({ drawId }) => drawId === id).map(({ record }) => record);
  const published = new Set(publications.map(({ drawId }) => drawId));
  return rows.map((row) => {
    const { id, kind, record, madeAt, madeBy } = row;
    const { purpose, seed, population, excluded, drawn } = record;
    return {
      ...{ id, kind, kindName: DRAW_KIND_NAMES[kind], purpose, seed, madeAt, madeBy },
      ...{ population: population.length, drawn: drawn.length, excluded: excluded.length },
      holds: isInspection(row) ? Object.values(checkInspection(row.record, substitutionsOf(id))).every(Boolean) : drawHolds(record),
      results: progress.get(id) ?? null,
      published: published.has(id),
    };
  });
}
