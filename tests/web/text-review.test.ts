import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { textErrors } from '../../src/contract/endpoints/text-errors.ts';
import type { wording } from '../../src/contract/endpoints/wording.ts';
import type { SignedIn } from '../support/people.ts';
import { type Served, serveApp } from './serve.ts';
import { seedText, type TextWorld } from './text-world.ts';

type Queue = z.output<(typeof textErrors)['output']>;
type Lists = z.output<(typeof wording)['output']>;

let served: Served;
let clerk: SignedIn;
let world: TextWorld;
beforeAll(async () => {
  served = await serveApp(null);
  clerk = await served.as();
  world = await seedText(served.app, 3);
});
afterAll(() => served?.stop());

const address = (path: string) => `${served.url}/api/areas/${world.areaId}${path}`;
async function get<T>(path: string): Promise<T> {
  const response = await clerk.fetch(address(path));
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
async function post(path: string, body: object): Promise<{ status: number; body: { message?: string; faults?: unknown[]; put?: number } }> {
  const response = await served.post(address(path), body);
  return { status: response.status, body: await response.json() };
}
const queue = (query = '') => get<Queue>(`/text-errors${query}`);

describe('the review queue', () => {
  it('answers items with sentence, places, age and progress, the gravest first', async () => {
    const { rows, total, open, progress } = await queue();
    expect(total).toBe(rows.length);
    expect(rows[0]).toMatchObject({ severity: 1, placeCount: 1 });
    const shared = rows.find(({ found }) => found === '整治站位');
    expect(shared).toMatchObject({ pageCount: 3, oldest: '2019-03-01', suggestion: '政治站位', unit: '县住建局' });
    const [place] = shared?.places ?? [];
    expect(place?.context.slice(place.contextAt, place.contextAt + 4)).toBe('整治站位');
    expect(open.find(({ severity }) => severity === 1)).toMatchObject({ count: 1 });
    expect(progress).toMatchObject({ pages: 4, read: 4, fresh: 0, stock: 0 });
    const all = await get<{ places: unknown[] }>(`/text-errors/${shared?.siteId}/${shared?.key}/places`);
    expect(all.places).toHaveLength(3);
  });

  it('is narrowed by what the address says', async () => {
    expect((await queue('?severity=1')).rows.every(({ severity }) => severity === 1)).toBe(true);
    expect((await queue('?q=%E6%95%B4%E6%B2%BB')).rows).toHaveLength(1);
    expect((await queue('?q=%25')).rows, 'a sign of the database is a letter').toHaveLength(0);
    expect((await queue('?state=confirmed')).total).toBe(0);
    expect((await clerk.fetch(address('/text-errors?layer=L9'))).status).toBe(400);
  });

  it('takes a decision and takes it back', async () => {
    const item = (await queue('?q=%E6%95%B4%E6%B2%BB')).rows[0];
    const said = { siteId: item?.siteId, key: item?.key };
    expect(await post('/text-decisions', { by: '张三', decisions: [{ ...said, act: 'confirmed' }] })).toMatchObject({ status: 200 });
    expect((await queue('?state=confirmed')).rows).toMatchObject([{ found: '整治站位', decision: { by: '张三' } }]);
    expect(await post('/text-decisions', { by: '张三', decisions: [{ ...said, act: 'undone' }] })).toMatchObject({ status: 200 });
    expect((await queue('?state=confirmed')).total).toBe(0);
  });
});

describe('the lists', () => {
  it('are changed, told with their faults, sent out and brought in', async () => {
    const entry = { list: 'wrong-word', term: '布署', right: '部署' };
    expect(await post('/wording', { by: '张三', put: [entry] })).toMatchObject({ status: 200, body: { put: 1, retired: 0, pages: 4 } });
    expect(await post('/wording', { by: '张三', put: [{ ...entry, right: '布署' }] })).toMatchObject({
      status: 400,
      body: { faults: [{ field: '正确写法' }] },
    });
    const { entries, progress } = await get<Lists>('/wording');
    expect(entries.find(({ term }) => term === '布署')).toMatchObject({ by: '张三', state: 'holds' });
    expect(progress.stock, 'the stock waits to be read again').toBe(4);
    const file = await (await clerk.fetch(address('/wording.xlsx'))).arrayBuffer();
    const back = await clerk.fetch(`${address('/wording-files')}?fileName=a.xlsx`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    expect(await back.json()).toMatchObject({ put: 0 });
    expect(await get('/wording-history')).toMatchObject({ rows: [{ term: '布署', act: 'put' }, {}, {}] });
  });
});

describe('sweeps of key information', () => {
  it('are ordered, listed late and signed', async () => {
    const order = { by: '张三', title: '重点信息排查', scope: '领导信息、机构职能', everyMonths: 3, firstDue: '2022-12-27' };
    expect(await post('/key-sweeps', { ...order, firstDue: '2022-12-26' })).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'firstDue' }] },
    });
    expect(await post('/key-sweeps', order)).toMatchObject({ status: 200 });
    expect(await get('/key-sweeps')).toMatchObject({ late: 0 });
    await served.app.db.updateTable('keySweep').set({ firstDue: '2022-12-01' }).execute();
    const { rounds, late } = await get<{
      late: number;
      rounds: { sweepId: string; dueOn: string; units: { id: string; late: boolean }[] }[];
    }>('/key-sweeps');
    expect(late).toBe(1);
    const [round] = rounds;
    const unitId = round?.units[0]?.id;
    const sign = { by: '李四', unitId, dueOn: round?.dueOn, result: '未发现问题', found: 0 };
    expect(await post(`/key-sweeps/${round?.sweepId}/sign`, sign)).toMatchObject({ status: 200 });
    expect(await get('/key-sweeps')).toMatchObject({ late: 0 });
  });
});
