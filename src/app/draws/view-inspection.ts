import { CATEGORIES } from '../../core/category.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { rankOf } from '../../ledger/draw.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { checkInspection, INSPECTION_OUTCOMES, type InspectionOutcome } from '../../ledger/inspection.ts';
import { assignmentsNow, everSent, type Substitution } from '../../ledger/substitute.ts';
import { findDraw, type InspectionDrawRow, isInspection } from '../../store/draws.ts';
import { listInspectionPublications, listInspections } from '../../store/inspections.ts';
import { neverWere } from '../../store/never-were.ts';
import { listSubstitutions } from '../../store/substitutions.ts';
import { listUnits } from '../../store/units.ts';
import { type LedgerLine, linesById, unitOfLine } from '../../store/views-ledger.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { samePlaces } from '../rectify/same-places.ts';
import { inspectionPool } from './inspection-pool.ts';
import { proofsOfResults } from './inspection-proofs.ts';
import { putBack, uncorrected } from './taken-back.ts';
import { takersOf } from './takers-of.ts';

/** In the place of words that only the closed list may read. */
const WITHHELD = '内容仅限知悉范围内的人员查看';
/** Digits of a rank that are shown; enough to compare by eye. */
const RANK_DIGITS = 12;

/** One problem of a draw as the protocol prints it. */
export interface InspectedProblem {
  id: string;
  rank: string;
  unit: string;
  place: string;
  category: string;
  text: string;
  foundOn: CalendarDate | null;
}

/**
 * 双随机抽查记录 with the results so far; of those not drawn one page, or all of them where none is asked for. Where else a photograph of
 * a result is proof is told to a caller who checks.
 */
export async function viewInspection(
  app: App,
  areaId: string,
  drawId: string,
  asked: { page: number; size: number } | null = null,
  caller: Pick<Caller, 'role' | 'scope'> | null = null,
) {
  const row = await inspectionRow(app, areaId, drawId);
  const { record, madeAt, madeBy } = row;
  const [inspections, publications, units, replaced, pool] = await Promise.all([
    listInspections(app.db, areaId, { drawId }),
    listInspectionPublications(app.db, areaId, true),
    listUnits(app.db, areaId),
    listSubstitutions(app.db, areaId, drawId),
    inspectionPool(app, areaId),
  ]);
  const files = await proofsOfResults(app.db, areaId, inspections);
  const same = caller && (await samePlaces(app, areaId, record.drawn, caller));
  const none = await neverWere(app.db, record.drawn);
  const substitutions = replaced.map((one) => one.record);
  const assignments = assignmentsNow(record, substitutions);
  const sent = everSent(record, substitutions);
  const isDrawn = new Set(record.drawn);
  const left = record.population.filter((id) => !isDrawn.has(id)).map((id) => ({ id, rank: rankOf(record.seed, id) }));
  const { page, size } = asked ?? { page: 1, size: left.length };
  const notDrawn = left.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice((page - 1) * size, page * size);
  const shown = [...record.drawn, ...notDrawn.map(({ id }) => id), ...record.excluded.map(({ id }) => id)];
  const problems = await describeProblems(app, areaId, record.seed, shown);
  const unitNames = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const people = new Map(record.inspectors.map((person) => [person.id, person]));
  const named = (id: string) => {
    const person = people.get(id);
    const unit = person?.unitId ?? null;
    return { id, name: person?.name ?? id, unit: unit === null ? null : (unitNames.get(unit) ?? unit) };
  };
  const done = new Map(inspections.map((one) => [one.problemId, one]));
  const publication = publications.find((one) => one.drawId === drawId);
  return {
    id: drawId,
    ...{ purpose: record.purpose, seed: record.seed, method: record.method, frame: [...record.frame], madeAt, madeBy },
    check: checkInspection(record, substitutions),
    drawn: assignments.map(({ objectId, inspectorId, ownUnit }) => {
      const result = done.get(objectId);
      return {
        ...problems(objectId),
        takenBack: none.has(objectId),
        releasedOn: result?.releasedOn ?? null,
        inspector: named(inspectorId),
        passedOver: ownUnit.map((id) => named(id).name),
        insteadOf: substitutions.filter(({ objects }) => objects.includes(objectId)).map(({ inspectorId: id }) => named(id).name),
        result: result?.outcome
          ? {
              ...resultOf(result.outcome, result),
              files: files.named(result).map((file) => ({ ...file, same: same?.(objectId, file.id) ?? [] })),
            }
          : null,
      };
    }),
    notDrawn: notDrawn.map(({ id }) => problems(id)),
    notDrawnOf: { total: left.length, page, size },
    excluded: record.excluded.map(({ id, reason }) => ({ ...problems(id), reason })),
    inspectors: record.inspectors.map(({ id }) => ({
      ...named(id),
      drawn: drawnAs(id, sent, record.inspectorsDrawn, substitutions),
      tasks: assignments.filter(({ inspectorId }) => inspectorId === id).length,
      open: inspections.filter(({ inspectorId, outcome, releasedOn }) => inspectorId === id && outcome === null && releasedOn === null)
        .length,
      gone: pool.every((one) => one.id !== id),
    })),
    substitutions: replaced.map(({ record: one, at, byName }) => ({
      ...{ leaving: named(one.inspectorId).name, reason: one.reason, at, by: byName },
      substitutes: takersOf(one).map(({ id, tasks }) => ({ name: named(id).name, tasks })),
      unavailable: one.unavailable.map(({ name, reason }) => ({ name, reason })),
    })),
    inspectorsExcluded: record.inspectorsExcluded.map(({ id, name, reason }) => ({ id, name, reason })),
    published: publication
      ? {
          ...{ on: publication.publishedOn, by: publication.publishedBy },
          corrections: (publication.page.corrections ?? []).map(({ on, reason, problemIds }) => ({ on, reason, count: problemIds.length })),
          uncorrected: (await uncorrected(app, publication.page)).length,
          putBack: await putBack(app, publication.page),
          withdrawn:
            publication.withdrawnAt === null ? null : { by: publication.withdrawnBy ?? '', reason: publication.withdrawnReason ?? '' },
        }
      : null,
  };
}
export type InspectionView = Awaited<ReturnType<typeof viewInspection>>;

/** How somebody came to the task: drawn at first, or in another's place, or no longer. */
function drawnAs(id: string, sent: ReadonlySet<string>, first: readonly string[], substitutions: readonly Substitution[]) {
  if (substitutions.some(({ inspectorId }) => inspectorId === id)) return 'left' as const;
  return first.includes(id) ? ('first' as const) : sent.has(id) ? ('instead' as const) : ('not' as const);
}

/** A kept draw of problems. Throws 'not-found'. */
export async function inspectionRow(app: Pick<App, 'db'>, areaId: string, drawId: string): Promise<InspectionDrawRow> {
  const row = await findDraw(app.db, areaId, drawId);
  if (row && isInspection(row)) return row;
  throw new MingchaError('not-found', '本地区没有这次双随机抽查。', '请从抽查列表中选择。');
}

function resultOf(
  code: InspectionOutcome,
  { words, proof, doneAt, doneBy }: { words: string | null; proof: string | null; doneAt: Instant | null; doneBy: string | null },
) {
  return { code, name: INSPECTION_OUTCOMES[code], words: words ?? '', proof: proof ?? '', at: doneAt ?? '', by: doneBy ?? '' };
}

/** Words for problems by id; one that is no longer in the ledger is named by its id. */
export async function describeProblems(app: App, areaId: string, seed: string, ids: readonly string[]) {
  const lines = await linesById(app.db, areaId, ids);
  return (id: string): InspectedProblem => ({ ...wordsOf(id, lines.get(id)), rank: rankOf(seed, id).slice(0, RANK_DIGITS) });
}

function wordsOf(id: string, line: LedgerLine | undefined): Omit<InspectedProblem, 'rank'> {
  if (!line) return { id, unit: '', place: '', category: '', text: `台账中已没有编号为 ${id} 的问题`, foundOn: null };
  const { placeLabel, category, text, firstFoundOn } = line;
  // The protocol is printed and shown to anyone: what only the closed list may know is in the ledger (seeds S04).
  const words = CONFIDENTIAL.includes(category) ? { place: '', text: WITHHELD } : { place: placeLabel, text };
  return { id, unit: unitOfLine(line), ...words, category: CATEGORIES[category], foundOn: firstFoundOn };
}
