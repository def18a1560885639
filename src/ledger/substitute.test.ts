import { describe, expect, it } from 'vitest';
import { rankOf } from './draw.ts';
import { checkInspection, drawInspection } from './inspection.ts';
import type { InspectionDraw } from './inspection-draw.ts';
import { assignmentsNow, type Substitution, substituteInspector, substitutionsHold } from './substitute.ts';

const SEED = '20221227-004711';
const people = Array.from({ length: 6 }, (_, i) => ({ id: `i${i}`, name: `检查员${i}`, unitId: `u${i}` }));
const objects = Array.from({ length: 12 }, (_, i) => ({ id: `p${String(i).padStart(2, '0')}`, unitIds: [`u${i % 6}`] }));
const held = (inspectorCount: number | null): InspectionDraw =>
  drawInspection({
    ...{ purpose: '复查', seed: SEED, frame: [], candidates: objects, excluded: [], count: 12 },
    ...{ inspectors: people, inspectorsExcluded: [], inspectorCount },
  });
const tasksOf = (record: InspectionDraw, id: string, before: readonly Substitution[] = []): string[] =>
  assignmentsNow(record, before).flatMap(({ objectId, inspectorId }) => (inspectorId === id ? [objectId] : []));
const leave = (record: InspectionDraw, inspectorId: string, before: readonly Substitution[] = [], over: Partial<Substitution> = {}) =>
  substituteInspector(record, before, {
    inspectorId,
    reason: '生病',
    objects: tasksOf(record, inspectorId, before),
    unavailable: [],
    ...over,
  });
const unitOf = (id: string): string => `u${id.slice(1)}`;
const ownUnit = ({ assignments }: Pick<Substitution, 'assignments'>) =>
  assignments.filter(({ objectId, inspectorId }) => objects.find(({ id }) => id === objectId)?.unitIds.includes(unitOf(inspectorId)));

describe('P05: a substitute for a drawn inspector', () => {
  it('is the next by the same seed among those not drawn, for all but matters of the own unit', () => {
    const record = held(3);
    const [leaver = ''] = record.inspectorsDrawn;
    const reserve = people.map(({ id }) => id).filter((id) => !record.inspectorsDrawn.includes(id));
    const [next] = reserve.toSorted((a, b) => (rankOf(SEED, a) < rankOf(SEED, b) ? -1 : 1));
    const made = leave(record, leaver);
    for (const { objectId, inspectorId, ownUnit: passed } of made.assignments) {
      const own = objects.find(({ id }) => id === objectId)?.unitIds.includes(unitOf(next as string));
      expect(inspectorId === next).toBe(!own);
      expect(passed.includes(next as string)).toBe(own);
    }
    expect(made.assignments.map(({ objectId }) => objectId)).toEqual(tasksOf(record, leaver));
    expect(ownUnit(made)).toEqual([]);
    expect(tasksOf(record, leaver, [made])).toEqual([]);
  });

  it('is shared evenly by those already sent where everybody was drawn', () => {
    const record = held(null);
    const made = leave(record, 'i0');
    expect(ownUnit(made)).toEqual([]);
    const loads = people.slice(1).map(({ id }) => tasksOf(record, id, [made]).length);
    expect(loads.reduce((sum, n) => sum + n)).toBe(12);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('can be ill too: the next one goes, nobody who left comes back, and all of it is drawn again the same', () => {
    const record = held(2);
    const [leaver = ''] = record.inspectorsDrawn;
    const first = leave(record, leaver);
    const second = leave(record, first.assignments[0]?.inspectorId as string, [first]);
    const both = [first, second];
    expect(second.assignments.map(({ inspectorId }) => inspectorId)).not.toContain(leaver);
    expect(substitutionsHold(record, both)).toBe(true);
    expect(Object.values(checkInspection(record, both))).toEqual([true, true, true, true, true]);
    // Whoever was sent by hand instead is known.
    const swapped = { ...second, assignments: second.assignments.map((one) => ({ ...one, inspectorId: leaver })) };
    expect(checkInspection(record, [first, swapped]).substitutes).toBe(false);
    expect(substitutionsHold(record, [second, first])).toBe(false);
    expect(substitutionsHold(record, [{ ...first, reason: ' ' }])).toBe(false);
  });

  it('passes over who cannot be sent at that moment', () => {
    const record = held(3);
    const [leaver = ''] = record.inspectorsDrawn;
    const [next] = leave(record, leaver).assignments;
    const id = next?.inspectorId as string;
    const made = leave(record, leaver, [], { unavailable: [{ id, name: id, reason: '用户已停用' }] });
    expect(made.assignments.map(({ inspectorId }) => inspectorId)).not.toContain(id);
  });

  it.each([
    ['without a reason', { reason: ' ' }, /没有说明理由/],
    ['for whom nothing waits', { objects: [] }, /没有待复查的问题/],
    ['for a problem of another person', { objects: ['p00', 'p01', 'p02', 'p03'] }, /没有待复查的问题/],
    [
      'when everybody else is away',
      { unavailable: people.slice(1).map(({ id, name }) => ({ id, name, reason: '停用' })) },
      /没有可派的检查人员/,
    ],
  ])('is refused %s', (_what, over, words) => {
    expect(() => leave(held(null), 'i0', [], over)).toThrow(words);
  });
});
