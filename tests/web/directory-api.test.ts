import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { importFile } from '../../src/app/import/import-file.ts';
import { workbook } from '../../src/app/import/testing/workbooks.ts';
import { undoImport } from '../../src/app/import/undo-import.ts';
import type { directory } from '../../src/contract/endpoints/directory.ts';
import type { externalHosts } from '../../src/contract/endpoints/external-hosts.ts';
import type { SignedIn } from '../support/people.ts';
import { type DirectoryWorld, HALL, seedDirectory } from './directory-world.ts';
import { textOf } from './leak-calls.ts';
import { type Served, serveApp } from './serve.ts';

type View = z.output<(typeof directory)['output']>;
type Hosts = z.output<(typeof externalHosts)['output']>;

let served: Served;
let clerk: SignedIn;
let world: DirectoryWorld;
beforeAll(async () => {
  served = await serveApp(null);
  clerk = await served.as();
  world = await seedDirectory(served.app, 3);
});
afterAll(() => served?.stop());

const address = (path: string) => `${served.url}/api/areas/${world.areaId}${path}`;
async function get<T>(path: string): Promise<T> {
  const response = await clerk.fetch(address(path));
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
async function post<T>(path: string, body: object): Promise<{ status: number; body: T & { code: string; message: string } }> {
  const response = await served.post(address(path), body);
  return { status: response.status, body: await response.json() };
}
const by = '张三';

describe('the directory over HTTP', () => {
  it('answers units, records with who and when, and acts', async () => {
    const view = await get<View>('/directory');
    expect(view.units).toHaveLength(42);
    expect(view.hall).toMatchObject({ fields: HALL, changedBy: '李四', source: '人工登记', unit: null });
    expect(view.contacts).toMatchObject([{ unit: '县住建局', fields: { fax: '无' } }]);
    expect(view.postHolders).toMatchObject([{ name: '王小明', post: '局长', unit: '县住建局', to: null }]);
    expect(view.formerNames).toMatchObject([{ name: '县规划建设局', now: '县住建局' }]);
    expect(view.changes.map(({ act, kindName, unit }) => [act, kindName, unit])).toContainEqual(['新增', '任职人员', '县住建局']);
  });

  it('marks the guide that shows another telephone of the hall, and no longer when the record agrees (seeds D13)', async () => {
    const marked = [{ unit: '县住建局', fields: [{ field: 'hallPhone', found: '0797-7170000', expected: HALL.hallPhone }] }];
    expect(await get('/guides-to-update')).toMatchObject(marked);
    const fields = { ...HALL, hallPhone: '0797—7170000' };
    const { body } = await post<View>('/directory/contacts', { by, unitId: null, fields });
    expect(body.changes.find(({ act }) => act === '修改')).toMatchObject({ by, before: { fields: HALL }, after: { fields } });
    expect(await get('/guides-to-update')).toEqual([]);
  });

  it('changes a post-holder and a former name in place, and takes them out', async () => {
    const { postHolders, formerNames } = await get<View>('/directory');
    const { id } = postHolders[0] as View['postHolders'][number];
    const holder = { by, id, unitId: world.housingId, name: '王小明', post: '局长', from: '2021-01-01', to: '2022-11-30' };
    expect((await post<View>('/directory/post-holders', holder)).body.postHolders).toMatchObject([{ id, to: '2022-11-30' }]);
    const former = { by, id: formerNames[0]?.id, name: '县规划建设局', until: '2019-03-31', now: null };
    expect((await post<View>('/directory/former-names', former)).body.formerNames).toMatchObject([{ now: null }]);
    const gone = await post<View>('/directory/remove', { by, kind: 'post-holder', id });
    expect(gone.body.postHolders).toEqual([]);
    expect(gone.body.changes.find(({ act }) => act === '删除')).toMatchObject({ recordId: id, by, after: null });
    expect((await post('/directory/remove', { by, kind: 'post-holder', id })).status).toBe(404);
  });

  it.each<[string, string, object, number, string]>([
    ['the hall’s telephone on a unit', '/directory/contacts', { by, unitId: 'unit_many_1', fields: HALL }, 400, '只登记一次'],
    ['a field nobody knows', '/directory/contacts', { by, unitId: null, fields: { pager: '1' } }, 400, ''],
    ['a unit of nowhere', '/directory/contacts', { by, unitId: 'unit_none', fields: { phone: '1' } }, 404, '没有这个单位'],
    [
      'a name in letters',
      '/directory/post-holders',
      { by, id: null, unitId: null, name: 'Wang', post: '局长', from: null, to: null },
      400,
      '',
    ],
    ['a day that is none', '/directory/former-names', { by, id: null, name: '旧名称', until: '2019年', now: null }, 400, ''],
    [
      'the same name again',
      '/directory/former-names',
      { by, id: null, name: '县住建局', until: '2019-01-01', now: '县住建局' },
      400,
      '相同',
    ],
  ])('refuses %s', async (_what, path, body, status, words) => {
    const before = await get<View>('/directory');
    const answer = await post(path, body);
    expect([answer.status, answer.body.message.includes(words)]).toEqual([status, true]);
    expect(await get('/directory')).toEqual(before);
  });
});

describe('an import of directory sheets', () => {
  const SHEETS = {
    指南登记信息: [
      ['单位', '受理机构', '办公地址', '联系电话'],
      ['东河镇', '东河镇党政办', '东河镇解放路1号', '0797-3330001'],
      ['县住建局', '县住建局办公室', '白水县新华路2号', '0797-3330002'],
    ],
    任职人员: [
      ['姓名', '职务', '单位', '任职日期'],
      ['赵大海', '镇长', '东河镇', '2022-01-01'],
    ],
    单位曾用名: [
      ['曾用名', '停用日期', '现名称'],
      ['县扶贫办', '2021-06-30', '县乡村振兴局'],
    ],
  };
  const bring = (at: string) => importFile({ db: served.app.db, areaId: world.areaId, fileName: '名录.xlsx', bytes: workbook(SHEETS), at });
  const rest = ({ contacts, hall, postHolders, formerNames }: View) => ({ contacts, hall, postHolders, formerNames });

  it('is undone to the last field: what it added goes, what it changed stands as before', async () => {
    const before = rest(await get<View>('/directory'));
    const { importId } = await bring(served.app.now());
    const brought = await get<View>('/directory');
    expect(brought.contacts.map(({ unit, fields }) => [unit, fields.phone])).toEqual(
      expect.arrayContaining([
        ['东河镇', '0797-3330001'],
        ['县住建局', '0797-3330002'],
      ]),
    );
    expect(brought.contacts.find(({ unitId }) => unitId === world.housingId)).toMatchObject({
      source: '人工登记后又由表格导入',
      changedBy: null,
    });
    const undone = await post<{ removed: number; restored: number }>(`/imports/${importId}/undo`, {});
    expect(undone.body).toMatchObject({ removed: 3, restored: 1 });
    expect(rest(await get<View>('/directory'))).toEqual(before);
  });

  it('is not undone over what a person has changed since', async () => {
    const { importId } = await bring('2022-12-27T03:00:00.000Z');
    const contact = { by, unitId: world.housingId, fields: { phone: '0797-3339999' } };
    expect((await post('/directory/contacts', contact)).status).toBe(200);
    await expect(undoImport(served.app.db, world.areaId, importId, served.app.now())).rejects.toMatchObject({ code: 'refused' });
    expect((await get<View>('/directory')).contacts.find(({ unitId }) => unitId === world.housingId)?.fields).toEqual(contact.fields);
  });
});

describe('external sites over HTTP', () => {
  const rule = (names: string[], rest: object = {}) =>
    post('/external-hosts', { by, siteId: null, names, decision: 'allowed', reason: '县属企业', ...rest });

  it('lists every name with its pages; those of the government need no decision', async () => {
    const { rows, sites } = await get<Hosts>('/external-hosts');
    expect(rows.map(({ name, standing }) => [name, standing.code])).toEqual([
      ['firm0.example', 'open'],
      ['firm1.example', 'open'],
      ['firm2.example', 'open'],
    ]);
    expect(sites).toMatchObject([{ id: world.siteId, counts: { open: 3, government: 1, neutral: 1 } }]);
    for (const [standing, name] of Object.entries({ government: 'ganzhou.gov.cn', neutral: 'people.com.cn' }))
      expect((await get<Hosts>(`/external-hosts?standing=${standing}`)).rows).toMatchObject([{ name, standing: { code: standing } }]);
    expect((await clerk.fetch(address('/external-hosts?standing=good'))).status).toBe(400);
    expect(rows[0]).toMatchObject({ foundOnCount: 7, foundOn: [{ text: '友情链接' }] });
    expect((await get<Hosts>('/external-hosts?siteId=site_none')).rows).toEqual([]);
  });

  it('takes one decision on several, with reason and person, and shows it in the file', async () => {
    expect((await rule(['firm0.example', 'www.firm1.example'])).status).toBe(200);
    const { rows, total } = await get<Hosts>('/external-hosts?standing=allowed&size=1');
    expect([total, rows.length]).toEqual([2, 1]);
    const second = await get<Hosts>('/external-hosts?standing=allowed&size=1&page=2');
    expect([...rows, ...second.rows].map(({ decision }) => decision)).toEqual(
      Array.from({ length: 2 }, () => ({ by, reason: '县属企业', at: served.app.now() })),
    );
    await rule(['firm1.example'], { siteId: world.siteId, decision: 'refused', reason: '已停业' });
    const file = await textOf(await clerk.fetch(address('/external-hosts.xlsx')));
    for (const words of ['firm1.example', '已认定不得链接', '已停业', '统计截止', '规则版本']) expect(file).toContain(words);
    const narrowed = await textOf(await clerk.fetch(address('/external-hosts.xlsx?q=FIRM1')));
    expect(['firm0', 'firm1', 'firm2'].map((name) => narrowed.includes(`${name}.example`))).toEqual([false, true, false]);
  });

  it.each<[string, string[], object, number]>([
    ['a name no page links to', ['firm0.example', 'nobody.example'], {}, 404],
    ['a name of the government', ['ganzhou.gov.cn'], {}, 422],
    ['no name', [], {}, 400],
    ['no reason', ['firm2.example'], { reason: ' ' }, 400],
  ])('refuses %s and keeps nothing', async (_what, names, more, status) => {
    const before = await get<Hosts>('/external-hosts');
    expect((await rule(names, more)).status).toBe(status);
    expect(await get('/external-hosts')).toEqual(before);
  });
});
