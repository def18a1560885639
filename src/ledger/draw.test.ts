import { describe, expect, it } from 'vitest';
import { sha256 } from '../core/id.ts';
import { assignInspectors } from './assign-inspectors.ts';
import { countOfShare, draw, drawHolds } from './draw.ts';

const ids = (n: number, prefix = 'p'): string[] => Array.from({ length: n }, (_, i) => `${prefix}${String(i).padStart(3, '0')}`);
const request = { purpose: '双随机复核', seed: '20221228-07', candidates: ids(100), count: 10 };

describe('a random draw', () => {
  it('gives the same for the same seed, whatever the order of the list', () => {
    const record = draw(request);
    expect(draw({ ...request, candidates: [...request.candidates].reverse() })).toEqual(record);
    expect(drawHolds(record)).toBe(true);
    expect(record.population).toEqual(ids(100));
  });

  it('follows the published rule: the lowest SHA-256 of seed, line feed and id', () => {
    const byHand = ids(100).map((id) => [sha256(`20221228-07\n${id}`), id] as const);
    byHand.sort(([a], [b]) => (a < b ? -1 : 1));
    expect(draw(request).drawn).toEqual(byHand.slice(0, 10).map(([, id]) => id));
  });

  it('gives another result for another seed, and keeps the drawn when more are drawn', () => {
    expect(draw({ ...request, seed: '20221228-08' }).drawn).not.toEqual(draw(request).drawn);
    expect(draw({ ...request, count: 20 }).drawn.slice(0, 10)).toEqual(draw(request).drawn);
  });

  it('draws everyone about equally often', () => {
    const hits = new Map(ids(10).map((id) => [id, 0]));
    for (let i = 0; i < 2000; i += 1)
      for (const id of draw({ ...request, candidates: ids(10), count: 3, seed: `s${i}` }).drawn) hits.set(id, (hits.get(id) as number) + 1);
    // 600 expected each, standard deviation about 20.
    for (const n of hits.values()) expect(Math.abs(n - 600)).toBeLessThan(100);
  });

  it('keeps the excluded in the record with their reason and out of the draw', () => {
    const excluded = [{ id: 'p000', reason: '上月已抽查' }];
    const record = draw({ ...request, excluded, count: 99 });
    expect(record.excluded).toEqual(excluded);
    expect(record.population).not.toContain('p000');
    expect(record.drawn).not.toContain('p000');
  });

  it('knows a record that was touched', () => {
    const record = draw(request);
    expect(drawHolds({ ...record, drawn: [...record.drawn.slice(1), 'p050'] })).toBe(false);
    expect(drawHolds({ ...record, seed: 'another' })).toBe(false);
    expect(drawHolds({ ...record, population: record.population.filter((id) => id !== record.drawn[0]) })).toBe(false);
    expect(drawHolds({ ...record, excluded: [{ id: 'p001', reason: '' }] })).toBe(false);
  });

  it.each([
    ['no seed', { seed: '' }, /没有随机种子/],
    ['a name twice', { candidates: ['a', 'a'], count: 1 }, /重复/],
    ['an exclusion without a reason', { excluded: [{ id: 'p001', reason: ' ' }] }, /没有说明理由/],
    ['more than there are', { count: 101 }, /不能从100个中抽取101个/],
    ['none', { count: 0 }, /抽取0个/],
    ['nobody to draw from', { candidates: [] }, /不能从0个/],
  ])('is refused with %s', (_name, over, message) => {
    expect(() => draw({ ...request, ...over })).toThrow(message);
  });

  it.each([
    [100, 10, 10],
    [101, 10, 11],
    [3, 10, 1],
    [0, 10, 0],
    [100, 7, 7],
  ])('of %i, %i %% is %i', (total, percent, count) => {
    expect(countOfShare(total, percent)).toBe(count);
  });
});

describe('inspectors', () => {
  const objects = draw(request).drawn.map((id, i) => ({ id, unitIds: [`unit_${i % 4}`] }));
  const inspectors = [0, 1, 2, 3, 4].map((i) => ({ id: `i${i}`, unitId: `unit_${i}` }));

  it('P05: never inspect their own unit, and share the work evenly', () => {
    const assigned = assignInspectors(objects, inspectors, 'seed');
    expect(assigned.map(({ objectId }) => objectId)).toEqual(objects.map(({ id }) => id));
    const unitOf = new Map(inspectors.map(({ id, unitId }) => [id, unitId]));
    for (const [i, { inspectorId, ownUnit }] of assigned.entries()) {
      expect(objects[i]?.unitIds).not.toContain(unitOf.get(inspectorId));
      expect(ownUnit).toEqual([`i${i % 4}`]);
    }
    const loads = inspectors.map(({ id }) => assigned.filter(({ inspectorId }) => inspectorId === id).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('are the same for the same seed, whatever the order of the list, and others for another', () => {
    const first = assignInspectors(objects, inspectors, 'seed').map(({ inspectorId }) => inspectorId);
    const turned = assignInspectors(objects, [...inspectors].reverse(), 'seed').map(({ inspectorId }) => inspectorId);
    expect(turned).toEqual(first);
    expect(assignInspectors(objects, inspectors, 'other').map(({ inspectorId }) => inspectorId)).not.toEqual(first);
  });

  it('are refused where only people of the own unit are there', () => {
    const object = { id: 'x', unitIds: ['unit_0', 'unit_1'] };
    expect(() => assignInspectors([object], [{ id: 'i1', unitId: 'unit_1' }], 's')).toThrow(/“x”没有可派/);
    expect(() => assignInspectors([object], [], 's')).toThrow(/没有可派/);
    expect(assignInspectors([object], [{ id: 'i2', unitId: null }], 's')).toEqual([{ objectId: 'x', inspectorId: 'i2', ownUnit: [] }]);
  });
});
