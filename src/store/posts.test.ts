import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { WORLD } from '../../tests/support/store-world.ts';
import { listImports, recordImport } from './imports.ts';
import { freshDays, type KeptPost, listPosts, upsertPosts, vouchFresh } from './posts.ts';
import { writeRegister } from './register.ts';
import { findPortalTotal, listVolumes, upsertPortalTotals, upsertVolumes, type Volume } from './volumes.ts';

const { account, county, housing, register, town } = WORLD;
const post = (date: string, title: string, url: string | null = null): KeptPost => ({
  accountId: account.id,
  date,
  title,
  url,
  original: null,
  source: '东河镇.xlsx',
  blob: null,
});

describe('posts and volumes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
  });
  afterAll(() => database.drop());

  it('counts an export imported twice once (D07), and keeps where a post was first taken from', async () => {
    const posts = [post('2020-01-31', '春耕'), post('2020-02-01', '防疫', 'https://w.example/1'), post('2020-02-29', '闰日')];
    expect(await upsertPosts(database.db, posts)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect(
      await upsertPosts(
        database.db,
        posts.map((p) => ({ ...p, source: '再次导出.xlsx' })),
      ),
    ).toEqual({ added: 0, changed: 0, unchanged: 3 });
    expect(await upsertPosts(database.db, [{ ...(posts[1] as KeptPost), title: '防疫（更正）' }])).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    expect((await listPosts(database.db, account.id, '2020-02-01', '2020-02-29')).map(({ title, source }) => [title, source])).toEqual([
      ['防疫（更正）', '东河镇.xlsx'],
      ['闰日', '东河镇.xlsx'],
    ]);
    expect(await listPosts(database.db, account.id, '2020-02-02', '2020-02-28')).toEqual([]);
  });

  it('keeps a title with a character the database has no place for', async () => {
    await upsertPosts(database.db, [post('2021-01-01', '坏\0字符')]);
    expect((await listPosts(database.db, account.id, '2021-01-01', '2021-01-01'))[0]?.title).toBe('坏\uFFFD字符');
  });

  it('moves vouched days only forward', async () => {
    for (const day of ['2020-03-10', '2020-03-20', '2020-03-15']) await vouchFresh(database.db, account.id, day, `表 ${day}`);
    expect(await freshDays(database.db, [account.id])).toEqual(new Map([[account.id, { freshOn: '2020-03-20', source: '表 2020-03-20' }]]));
  });

  it('keeps volumes by unit and period, in printing order, null apart from 0', async () => {
    const volume = (unitId: string, submitted: number | null): Volume => ({
      areaId: county.id,
      unitId,
      period: '2020-Q1',
      submitted,
      approved: null,
      errors: 0,
      annualTask: null,
      publishedTotal: null,
      publishedInPeriod: null,
    });
    const rows = [volume(housing.id, null), volume(town.id, 12)];
    expect(await upsertVolumes(database.db, rows)).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await upsertVolumes(database.db, rows)).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await listVolumes(database.db, county.id, '2020-Q1')).toEqual([rows[1], rows[0]]);
    const total = { areaId: county.id, period: '2020-Q1', total: 2131, keyAreas: 300, source: '门户网站' };
    await upsertPortalTotals(database.db, [total]);
    expect(await findPortalTotal(database.db, county.id, '2020-Q1')).toEqual(total);
    expect(await findPortalTotal(database.db, county.id, '2020-Q2')).toBeNull();
  });

  it('knows a file by its hash', async () => {
    const row = {
      id: 'import_1',
      areaId: county.id,
      fileName: '底册.xlsx',
      fileHash: 'abc',
      kind: 'register',
      importedAt: '2022-12-27T01:00:00.123Z',
      added: 3,
      changed: 0,
      unchanged: 0,
    };
    await recordImport(database.db, row);
    const kept = { ...row, fileBlob: null, undoneAt: null };
    expect(await listImports(database.db, county.id)).toEqual({ imports: [kept], total: 1 });
  });
});
