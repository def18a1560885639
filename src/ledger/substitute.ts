import { MingchaError } from '../core/error.ts';
import { type Assignment, assignInspectors, type Inspector } from './assign-inspectors.ts';
import { rankOf } from './draw.ts';
import type { InspectionDraw } from './inspection-draw.ts';

/** 更换检查人员: one who cannot go, why, and who was drawn for each problem that still waited for them. */
export interface Substitution {
  inspectorId: string;
  reason: string;
  /** Problems without a result at that moment, in the order drawn. */
  objects: readonly string[];
  /** Others who could not be sent at that moment, with the reason the protocol prints. */
  unavailable: readonly { id: string; name: string; reason: string }[];
  assignments: readonly Assignment[];
}

/** Who goes where after the substitutions so far, in the order drawn. */
export function assignmentsNow({ assignments }: InspectionDraw, substitutions: readonly Substitution[]): Assignment[] {
  const now = new Map(substitutions.flatMap((one) => one.assignments).map((one) => [one.objectId, one]));
  return assignments.map((first) => now.get(first.objectId) ?? first);
}

/** Everyone who was sent at some time: drawn at first, or in somebody's place. */
export function everSent({ inspectorsDrawn }: InspectionDraw, substitutions: readonly Substitution[]): Set<string> {
  return new Set([...inspectorsDrawn, ...substitutions.flatMap(({ assignments }) => assignments.map(({ inspectorId }) => inspectorId))]);
}

/**
 * Draws in the place of one who cannot go, by the seed of the draw itself. From those not drawn yet the lowest `rankOf(seed, id)`
 * takes every problem that is not of the own unit; what is left goes to the next, and where nobody is left, the people already sent
 * share it as `assignInspectors` does.
 * @throws refused without a reason, where nothing waits for the person, or where only people of the own unit are left.
 */
export function substituteInspector(
  record: InspectionDraw,
  before: readonly Substitution[],
  wish: Omit<Substitution, 'assignments'>,
): Substitution {
  const { seed } = record;
  if (wish.reason.trim() === '') throw new MingchaError('refused', '更换检查人员没有说明理由。', '请填写理由，如调离、生病。');
  const current = assignmentsNow(record, before);
  const waits = new Set(current.filter(({ inspectorId }) => inspectorId === wish.inspectorId).map(({ objectId }) => objectId));
  if (wish.objects.length === 0 || wish.objects.some((id) => !waits.has(id)))
    throw new MingchaError('refused', '这名检查人员没有待复查的问题，不需要更换。', '请刷新页面后查看抽查记录。');
  const gone = new Set([...before, wish].map(({ inspectorId }) => inspectorId).concat(wish.unavailable.map(({ id }) => id)));
  const rest = record.inspectors.filter(({ id }) => !gone.has(id));
  const sent = everSent(record, before);
  const reserve = rest.filter(({ id }) => !sent.has(id)).toSorted((a, b) => (rankOf(seed, a.id) < rankOf(seed, b.id) ? -1 : 1));
  const unitsOf = new Map(record.objects.map(({ id, unitIds }) => [id, unitIds]));
  const load = new Map<string, number>();
  for (const { inspectorId } of current) load.set(inspectorId, (load.get(inspectorId) ?? 0) + 1);
  const called = new Set<string>();
  const assignments = wish.objects.map((id): Assignment => {
    const object = { id, unitIds: unitsOf.get(id) ?? [] };
    const isOwn = ({ unitId }: Inspector): boolean => unitId !== null && object.unitIds.includes(unitId);
    const free = reserve.filter((one) => !isOwn(one));
    const next = free.find((one) => called.has(one.id)) ?? free[0];
    const [assignment] = next
      ? [{ objectId: id, inspectorId: next.id, ownUnit: rest.filter(isOwn).map((one) => one.id) }]
      : assignInspectors([object], rest, seed, load);
    called.add((assignment as Assignment).inspectorId);
    return assignment as Assignment;
  });
  return { ...wish, assignments };
}

/** Whether every substitution, drawn again from the record and those before it, gives the same. */
export function substitutionsHold(record: InspectionDraw, substitutions: readonly Substitution[]): boolean {
  return substitutions.every((one, i) => {
    try {
      const again = substituteInspector(record, substitutions.slice(0, i), one);
      return JSON.stringify(again.assignments) === JSON.stringify(one.assignments);
    } catch {
      return false;
    }
  });
}
