import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { instantOf } from '../../core/date.ts';
import { rankOf } from '../../ledger/draw.ts';
import { writeRegister } from '../../store/register.ts';
import { unitId } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { type DrawWish, holdDraw, viewDraws } from './hold-draw.ts';

const areaId = WORLD.county.id;
const WISH: DrawWish = { kind: 'units', size: { count: 3 }, seed: '20261120-07', purpose: '随机检查', by: '张三', excluded: [] };

describe('M14: a random check', () => {
  let database: TestDatabase;
  let app: App;
  let now = instantOf('2026-11-20', '09:00');
  beforeAll(async () => {
    database = await testDatabase();
    const [first] = WORLD.register.units;
    const [column] = WORLD.register.columns;
    if (!first || !column) throw new Error('the world is empty');
    const more = Array.from({ length: 8 }, (_, i) => ({
      ...first,
      id: unitId(areaId, `第${i}局`),
      name: `第${i}局`,
      aliases: [],
      namePlates: [],
    }));
    const gone = { ...first, id: unitId(areaId, '撤销局'), name: '撤销局', aliases: [], namePlates: [], activeTo: '2020-01-01' };
    const columns = WORLD.register.columns.map((one, i) => (i === 0 ? { ...one, url: 'http://www.baishui.gov.cn/zj/tz/' } : one));
    await writeRegister(database.db, { ...WORLD.register, units: [...WORLD.register.units, ...more, gone], columns });
    app = { db: database.db, now: () => now } as App;
  });
  afterAll(() => database.drop());

  it('lists who was drawn and who was not, in the order of their ranks', async () => {
    const { drawn, notDrawn, holds, kindName } = await holdDraw(app, areaId, WISH);
    expect([kindName, holds, drawn.length, drawn.length + notDrawn.length]).toEqual(['单位', true, 3, WORLD.register.units.length + 8]);
    const ranks = [...drawn, ...notDrawn].map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort());
    expect(drawn[0]?.rank).toBe(rankOf(WISH.seed, drawn[0]?.id ?? '').slice(0, 12));
    expect([...drawn, ...notDrawn].map(({ name }) => name)).not.toContain('撤销局');
  });

  it('gives the same for the same seed, kept once under its first moment, and another for another seed', async () => {
    const [first] = await viewDraws(app, areaId);
    now = instantOf('2026-11-21', '09:00');
    expect(await holdDraw(app, areaId, WISH)).toEqual(first);
    expect(await viewDraws(app, areaId)).toHaveLength(1);
    const other = await holdDraw(app, areaId, { ...WISH, seed: '20261120-08' });
    expect(other.drawn.map(({ id }) => id)).not.toEqual(first?.drawn.map(({ id }) => id));
    expect((await viewDraws(app, areaId)).map(({ seed }) => seed)).toEqual(['20261120-08', '20261120-07']);
  });

  it('names who took no part, and why', async () => {
    const { drawn, notDrawn, excluded } = await holdDraw(app, areaId, { ...WISH, excluded: [{ name: '第3局', reason: '上月已抽查' }] });
    expect(excluded).toMatchObject([{ name: '第3局', reason: '上月已抽查' }]);
    expect([...drawn, ...notDrawn].map(({ name }) => name)).not.toContain('第3局');
  });

  it('draws columns that can be looked at, and a share rounded up', async () => {
    const { drawn, notDrawn } = await holdDraw(app, areaId, { ...WISH, kind: 'columns', size: { percent: 1 } });
    expect([drawn.length, notDrawn.length]).toEqual([1, 1]);
    expect(drawn[0]?.name).toContain('“');
  });

  it.each([
    ['no seed', { seed: '' }, /没有随机种子/],
    ['more than there are', { size: { count: 99 } }, /不能从/],
    ['an unknown name', { excluded: [{ name: '没有的局', reason: 'x' }] }, /名单中没有/],
    ['no reason', { excluded: [{ name: '第1局', reason: ' ' }] }, /没有说明理由/],
  ])('is refused with %s', async (_name, over, message) => {
    await expect(holdDraw(app, areaId, { ...WISH, ...over })).rejects.toThrow(message);
  });

  it('cannot be changed afterwards', async () => {
    await expect(app.db.updateTable('draw').set({ madeBy: '李四' }).execute()).rejects.toThrow(/append-only/);
    await expect(app.db.deleteFrom('draw').execute()).rejects.toThrow(/append-only/);
  });
});
