import type { Category } from '../core/category.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import { assignInspectors, type Inspected } from './assign-inspectors.ts';
import { draw, drawHolds } from './draw.ts';
import type { InspectionDraw, NamedInspector } from './inspection-draw.ts';
import { type Substitution, substitutionsHold } from './substitute.ts';

/** In place of an outcome, where the problem turned out since to be none. */
export const TAKEN_BACK = '经核实不成立';
/** The same of one that was taken back before anybody looked again. */
export const releasedWords = (day: CalendarDate): string => `${TAKEN_BACK}，${day}撤销，未复查`;
/** What a recheck of a drawn problem found. */
export const INSPECTION_OUTCOMES = { fixed: '已整改', partly: '整改不彻底', not: '未整改' } as const;
export type InspectionOutcome = keyof typeof INSPECTION_OUTCOMES;

export interface InspectionWish {
  purpose: string;
  seed: string;
  frame: readonly string[];
  /** Problems that can be drawn, each with the units that may not recheck it. */
  candidates: readonly Inspected[];
  excluded: readonly { id: string; reason: string }[];
  count: number;
  inspectors: readonly NamedInspector[];
  inspectorsExcluded: readonly { id: string; name: string; reason: string }[];
  /** null = all of them share the work. */
  inspectorCount: number | null;
}

/** Draws problems, then people, then who goes where. @throws refused as `draw` and `assignInspectors` do. */
export function drawInspection(wish: InspectionWish): InspectionDraw {
  const { purpose, seed, frame, candidates, excluded, count, inspectors, inspectorsExcluded } = wish;
  const base = draw({ purpose, seed, candidates: candidates.map(({ id }) => id), excluded, count });
  const unitsOf = new Map(candidates.map(({ id, unitIds }) => [id, unitIds]));
  const objects = base.drawn.map((id) => ({ id, unitIds: unitsOf.get(id) ?? [] }));
  const people = inspectors.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const inspectorsDrawn = drawPeople(people, inspectorsExcluded, seed, wish.inspectorCount ?? people.length);
  const sent = people.filter(({ id }) => inspectorsDrawn.includes(id));
  const assignments = assignInspectors(objects, sent, seed);
  return { ...base, frame, objects, inspectors: people, inspectorsExcluded, inspectorsDrawn, assignments };
}

function drawPeople(
  people: readonly NamedInspector[],
  excluded: readonly { id: string; reason: string }[],
  seed: string,
  count: number,
): readonly string[] {
  return draw({ purpose: '检查人员', seed, candidates: [...people, ...excluded].map(({ id }) => id), excluded, count }).drawn;
}

/** Each step of a record drawn again from what it holds. */
export interface InspectionCheck {
  problems: boolean;
  inspectors: boolean;
  assignments: boolean;
  /** Whoever was drawn in the place of somebody who could not go. */
  substitutes: boolean;
  /** No one was sent to a matter of their own unit. */
  noOwnUnit: boolean;
}

/** Draws again from the record, and from what is kept of substitutions, and compares. */
export function checkInspection(record: InspectionDraw, substitutions: readonly Substitution[] = []): InspectionCheck {
  const { seed, objects, inspectors, inspectorsExcluded, inspectorsDrawn, assignments, drawn } = record;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const people = again(() => drawPeople(inspectors, inspectorsExcluded, seed, inspectorsDrawn.length));
  const sent = inspectors.filter(({ id }) => inspectorsDrawn.includes(id));
  const unitsOf = new Map(objects.map(({ id, unitIds }) => [id, unitIds]));
  const unitOf = new Map(inspectors.map(({ id, unitId }) => [id, unitId]));
  return {
    problems:
      drawHolds(record) &&
      same(
        objects.map(({ id }) => id),
        drawn,
      ),
    inspectors: same(people, inspectorsDrawn),
    assignments: same(
      again(() => assignInspectors(objects, sent, seed)),
      assignments,
    ),
    substitutes: substitutionsHold(record, substitutions),
    noOwnUnit: [...assignments, ...substitutions.flatMap((one) => one.assignments)].every(({ objectId, inspectorId }) => {
      const own = unitOf.get(inspectorId) ?? null;
      return own === null || !unitsOf.get(objectId)?.includes(own);
    }),
  };
}

/** A record nobody could have drawn holds nothing. */
function again<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** 复查结果公开: one random recheck as anyone may read it, without a name of a person. */
export interface InspectionPage {
  purpose: string;
  madeAt: Instant;
  seed: string;
  method: string;
  frame: readonly string[];
  population: number;
  drawn: number;
  inspectors: number;
  /** How often somebody was drawn in another's place. */
  substitutions?: number;
  /** 更正 since it was published, the earliest first; no person is named. */
  corrections?: readonly InspectionCorrection[];
  rows: readonly InspectionLine[];
}

/** What was said publicly about lines whose problem turned out to be none. */
export interface InspectionCorrection {
  on: CalendarDate;
  reason: string;
  problemIds: readonly string[];
}

export interface InspectionLine {
  /** Absent in what was published before it was kept; not printed. */
  problemId?: string;
  unit: string;
  place: string;
  category: Category;
  text: string;
  /** `withdrawn`: it was taken back (撤销) before anybody looked again, so nothing was found and it counts nowhere. */
  outcome: InspectionOutcome | 'withdrawn';
  /** Day it was looked at again, or taken back. */
  checkedOn: CalendarDate;
}
