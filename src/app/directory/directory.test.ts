import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { simulatedClock } from '../../collect/clock.ts';
import { type Net, openNet } from '../../collect/index.ts';
import { lookAtSite } from '../../collect/site/look-at-site.ts';
import { articlePage, listPage, smallSite } from '../../collect/testing/small-site.ts';
import { instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { insertFacts } from '../../store/facts.ts';
import { listProblems } from '../../store/problems.ts';
import { writeRegister } from '../../store/register.ts';
import type { Column } from '../../subjects/column.ts';
import { importFile } from '../import/import-file.ts';
import { workbook } from '../import/testing/workbooks.ts';
import { actOnProblems } from '../ledger/act.ts';
import type { App } from '../open.ts';
import { knownBefore } from '../runs/known.ts';
import { settleDay } from '../runs/settle-day.ts';
import { guideReader } from './guide-facts.ts';
import { guidesToUpdate } from './guides-to-update.ts';
import { removeRecord, saveContact, saveFormerName, savePostHolder } from './save-record.ts';
import { viewDirectory } from './view-directory.ts';

const areaId = WORLD.county.id;
const HALL = { hallAddress: '白水县5G产业园政务服务中心一楼', hallPhone: '0797—7177965' };
const guide = (phone: string | null, fax = ''): string =>
  articlePage(
    '县住建局信息公开指南',
    '2024-04-01',
    [
      '受理机构：白水县住建局办公室',
      '办公地址：白水县人民路8号',
      '政务服务厅',
      '地址：白水县5G产业园县政务服务中心1楼',
      ...(phone === null ? [] : [`电话：${phone}`]),
      fax,
    ]
      .map((line) => `<p>${line}</p>`)
      .join(''),
  );

describe('the directory and the guides it is compared with', () => {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-directory-'));
  let database: TestDatabase;
  let server: Awaited<ReturnType<typeof smallSite>>;
  let net: Net;
  let app: App;
  let now = instantOf('2024-04-08', '09:00');
  let column: Column;
  const housing = WORLD.register.units.find(({ name }) => name === '县住建局')?.id as string;
  const town = WORLD.register.units.find(({ name }) => name === '东河镇')?.id as string;
  beforeAll(async () => {
    database = await testDatabase();
    server = await smallSite({
      '/': '<html><body>首页</body></html>',
      '/zn/': listPage('信息公开指南', [['县住建局信息公开指南', '/zn/1.html', '2024-04-01']]),
    });
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    const [first] = WORLD.register.columns;
    if (!first) throw new Error('the world has no column');
    column = { ...first, path: ['信息公开指南'], class: 'guide', url: `${server.origin}/zn/`, limit: null, parentId: null };
    await writeRegister(database.db, { ...WORLD.register, columns: [column] });
    const config = { home, databaseUrl: database.url, allowNetworks: ['127.0.0.1/32'], host: '', port: 0, contact: null };
    app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now: () => now, close: async () => undefined };
  });
  afterAll(async () => {
    await server.close();
    await net.close();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  /** One day's scan of the column, judged and brought into the ledger. Answers the guide as read. */
  async function day(date: string, html: string): Promise<Fact<'guide'> | undefined> {
    now = instantOf(date, '09:00');
    server.pages['/zn/1.html'] = html;
    const guidesIn = guideReader(app, { id: column.siteId, areaId }, [column]);
    const known = knownBefore(app.db, column.siteId, date);
    const deps = { net, blobs: app.blobs, clock: simulatedClock(now), known, settings: { probes: 0, maxLooks: 1 } };
    const seen: Fact<'guide'>[] = [];
    for await (const { facts } of lookAtSite(
      { site: { id: column.siteId, url: `${server.origin}/` }, columns: [column], day: date },
      deps,
    )) {
      const guides = await guidesIn(facts);
      await insertFacts(app.db, [...facts, ...guides]);
      seen.push(...guides);
    }
    await settleDay(app, areaId, date, now);
    return seen[0];
  }
  const ledger = async () =>
    (await listProblems(app.db, areaId)).rows
      .filter(({ category }) => category === 'guide_error')
      .map(({ projection, text }) => `${projection.status} ${text}`);
  const OFFICE = { role: 'office' as const, unitId: null, name: '张三' };

  it('takes contact records, post-holders and former names from a workbook; the same again changes nothing', async () => {
    const bytes = workbook({
      指南登记信息: [
        ['单位', '受理机构', '办公地址', '联系电话', '传真'],
        ['县建设局', '白水县住建局办公室', '白水县人民路8号', '0797-3331111', '无'],
        ['政务服务厅', '', HALL.hallAddress, '0797-7170000', ''],
      ],
      任职人员: [
        ['姓名', '职务', '单位', '任职日期', '离任日期'],
        ['王小明', '局长', '县住建局', '2021-01-01', ''],
      ],
      单位曾用名: [
        ['曾用名', '停用日期', '现名称'],
        ['县规划建设局', '2019-03-31', '县住建局'],
      ],
    });
    const first = await importFile({ db: app.db, areaId, fileName: '名录.xlsx', bytes, at: now });
    expect(first.sheets.map(({ name, added }) => [name, added])).toEqual([
      ['指南登记信息', 2],
      ['任职人员', 1],
      ['单位曾用名', 1],
    ]);
    const again = await importFile({ db: app.db, areaId, fileName: '名录.xlsx', bytes, at: now });
    expect(again.sheets.map(({ added, changed }) => added + changed)).toEqual([0, 0, 0]);
  });

  it('keeps who changed what, and refuses the hall’s telephone on a unit', async () => {
    await saveContact(app, areaId, { unitId: null, fields: HALL, by: '李四' });
    await saveContact(app, areaId, { unitId: null, fields: HALL, by: '王五' });
    await expect(saveContact(app, areaId, { unitId: housing, fields: { hallPhone: '1' }, by: '李四' })).rejects.toThrow('只登记一次');
    const view = await viewDirectory(app, areaId);
    expect(view.hall).toMatchObject({ fields: HALL, changedBy: '李四', changedAt: now });
    expect(view.changes).toMatchObject([
      { act: '修改', by: '李四', before: { fields: { hallPhone: '0797-7170000' } }, after: { fields: HALL } },
    ]);
  });

  it('post-holders and former names are added, changed and taken out', async () => {
    const holder = { name: '赵大海', post: '镇长', from: null, to: null };
    await savePostHolder(app, areaId, { ...holder, id: null, unitId: town, by: '李四' });
    const id = (await viewDirectory(app, areaId)).postHolders.find(({ name }) => name === '赵大海')?.id as string;
    await savePostHolder(app, areaId, { ...holder, id, unitId: town, to: '2024-03-31', by: '李四' });
    await expect(
      savePostHolder(app, areaId, { ...holder, id, unitId: town, from: '2024-04-01', to: '2024-03-31', by: '李四' }),
    ).rejects.toThrow('早于');
    await saveFormerName(app, areaId, { id: null, name: '县扶贫办', until: '2021-06-30', now: '县乡村振兴局', by: '李四' });
    const view = await viewDirectory(app, areaId);
    expect(view.postHolders.find((one) => one.id === id)).toMatchObject({ to: '2024-03-31', unit: '东河镇' });
    await removeRecord(app, areaId, { kind: 'post-holder', id, by: '李四' });
    await expect(removeRecord(app, areaId, { kind: 'post-holder', id, by: '李四' })).rejects.toThrow('已被他人删除');
    expect((await viewDirectory(app, areaId)).changes.map(({ act }) => act)).toContain('删除');
  });

  it('a wrong telephone of the hall becomes a problem with what stands there and what should', async () => {
    const look = await day('2024-04-08', guide('0797-3330000'));
    expect(look?.data.values.map(({ field }) => field)).toEqual(['receivingOffice', 'address', 'hallAddress', 'hallPhone']);
    expect(await ledger()).toEqual(['suspected 信息公开指南中政务服务厅电话写成“0797-3330000”，应为“0797—7177965”']);
    expect((await listProblems(app.db, areaId)).rows[0]?.measured).toMatchObject({
      field: 'hallPhone',
      found: '0797-3330000',
      expected: '0797—7177965',
    });
    await actOnProblems(app, areaId, () => true, { act: 'confirmed', at: now, day: '2024-04-08', by: OFFICE });
  });

  it('taken away it is not put right; the right number puts it right (Q16)', async () => {
    expect((await day('2024-04-09', guide(null)))?.data.owed).toEqual([{ field: 'hallPhone', found: '0797-3330000' }]);
    expect(await ledger()).toEqual([expect.stringMatching(/^confirmed /)]);
    expect((await day('2024-04-10', guide(null)))?.data.owed).toHaveLength(1);
    await day('2024-04-11', guide('0797-7177966'));
    expect(await ledger()).toEqual([expect.stringMatching(/^confirmed /)]);
    expect((await day('2024-04-12', guide('0797—7177965')))?.data.owed).toEqual([]);
    expect(await ledger()).toEqual([expect.stringMatching(/^rechecked_ok /)]);
  });

  it('a change of the hall’s record marks every guide that shows the old one (D13)', async () => {
    expect(await guidesToUpdate(app, areaId, '2024-04-12')).toEqual([]);
    await saveContact(app, areaId, { unitId: null, fields: { ...HALL, hallPhone: '0797-7178888' }, by: '李四' });
    expect(await guidesToUpdate(app, areaId, '2024-04-12')).toMatchObject([
      { unit: '县住建局', column: '信息公开指南', fields: [{ field: 'hallPhone', found: '0797—7177965', expected: '0797-7178888' }] },
    ]);
  });

  it('a fax offered without a number is a problem of its own', async () => {
    await day('2024-04-15', guide('0797-7178888', '申请人可采用信函、传真方式提出申请。'));
    expect((await ledger()).filter((line) => line.startsWith('suspected'))).toEqual([
      'suspected 信息公开指南写明可用传真（“申请人可采用信函、传真方式提出申请。”），却没有传真号码',
    ]);
  });
});
