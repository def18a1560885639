import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { stableId } from '../../core/id.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { insertFacts } from '../../store/facts.ts';
import { reviewQueue } from '../../store/proof-items.ts';
import { notePages, pagesSeen, proofProgress, readingsToJudge, unitsRead } from '../../store/proof-pages.ts';
import { writeRegister } from '../../store/register.ts';
import { appendWordingChanges } from '../../store/wording.ts';
import type { App } from '../open.ts';
import { readDuePages } from './read-due.ts';
import { readSomeDue, readStock, stockDueToLists } from './stock.ts';

const { county, register, site } = WORLD;
let database: TestDatabase;
let folder: string;
let app: App;
let now = '2024-04-10T01:00:00.000Z';

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mingcha-stock-'));
  const config = {} as App['config'];
  app = { db: database.db, databaseUrl: database.url, blobs: folderStore(folder), config, now: () => now, close: async () => undefined };
  await writeRegister(app.db, register);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const PARAGRAPH = '全县各级各部门要认真落实工作要求，强化责任担当，确保各项任务按时完成。';

/** An article as a scan keeps it. */
async function keepArticle(path: string, published: string, words: string, at: string): Promise<void> {
  const url = `${site.url}${path}`;
  const html = `<html><head><title>${path}工作报道</title></head><body><h1>${path}工作报道</h1><p>发布日期：${published}</p><p>${PARAGRAPH}</p><p>${words}${PARAGRAPH}</p></body></html>`;
  const blob = await app.blobs.put(new TextEncoder().encode(html));
  const data = {
    url,
    columnId: null,
    outcome: 'ok' as const,
    title: `${path}工作报道`,
    publishDate: published,
    metaDate: null,
    source: null,
  };
  const parts = { channelId: site.id, subjectId: stableId('page', url), at, source: url, how: 'http/1', blob };
  await insertFacts(app.db, [makeFact<'article'>({ kind: 'article', ...parts, data })]);
}

const putWord = (term: string, right: string) =>
  appendWordingChanges(app.db, county.id, [
    {
      list: 'wrong-word',
      term,
      act: 'put',
      entry: { right, severity: 3 },
      validFrom: null,
      validTo: null,
      byName: '张三',
      at: now,
      note: '',
    },
  ]);
const queue = () => reviewQueue(app.db, county.id, { state: 'open' }, { offset: 0, limit: 50 });
const facts = () => readingsToJudge(app.db, [site.id], '2099-01-01T00:00:00.000Z');

describe('the stock', () => {
  it('is read once from kept bytes, whatever its age; a clean page has its fact too', async () => {
    await keepArticle('2019', '2019-08-01', '要提高整治站位。', '2023-09-01T01:00:00.000Z');
    await keepArticle('2023', '2023-08-01', '要进一步甲乙丙丁，抓好落实。', '2023-09-01T01:00:00.000Z');
    const read = await readStock(app, county.id);
    expect(read).toMatchObject({ sites: 1, pages: 2, finished: true });
    expect(read.characters).toBeGreaterThan(100);
    expect(await readStock(app, county.id)).toMatchObject({ pages: 0 });
    const counted = (until: string) => unitsRead(app.db, county.id, until);
    expect(
      [(await counted('2024-04-10T15:59:59.000Z')).size, (await counted('2024-04-09T15:59:59.000Z')).size],
      'read differs from not read (Q13)',
    ).toEqual([1, 0]);
    expect(await facts()).not.toHaveLength(0);
    expect((await queue()).items.filter(({ string }) => string.includes('甲乙丙丁'))).toEqual([]);
  });

  it('is read again when a word is added: items of earlier years are found, with their age (Q05)', async () => {
    now = '2024-04-11T01:00:00.000Z';
    await putWord('甲乙丙丁', '戊己庚辛');
    expect(await stockDueToLists(app, county.id)).toBe(2);
    expect(await stockDueToLists(app, county.id), 'asked twice').toBe(0);
    expect(await proofProgress(app.db, county.id)).toMatchObject({ pages: 2, read: 2, stock: 2 });
    expect(await readSomeDue(app, new AbortController().signal)).toBe(2);
    const [item] = (await queue()).items.filter(({ found }) => found === '甲乙丙丁');
    expect(item).toMatchObject({ suggestion: '戊己庚辛', places: 1, oldest: '2023-08-01' });
    expect(await proofProgress(app.db, county.id)).toMatchObject({ stock: 0, fresh: 0 });
  });

  it('goes on where it was stopped, and leaves a site alone that another reads', async () => {
    await putWord('子丑寅卯', '辰巳午未');
    await stockDueToLists(app, county.id);
    const input = { siteId: site.id, areaId: county.id, at: now };
    expect(await readDuePages(app, { ...input, budgetMs: 0 })).toMatchObject({ pages: 1, finished: false });
    const [one, other] = await Promise.all([
      readDuePages(app, { ...input, budgetMs: 60_000 }),
      readDuePages(app, { ...input, budgetMs: 60_000 }),
    ]);
    expect(one.pages + other.pages).toBe(1);
  });

  it('a page that changed is read again, one that did not is not', async () => {
    await keepArticle('2023', '2023-08-01', '要进一步戊己庚辛，抓好落实。', '2024-04-12T01:00:00.000Z');
    await keepArticle('2019', '2019-08-01', '要提高整治站位。', '2024-04-12T01:00:00.000Z');
    expect(await notePages(app.db, await pagesSeen(app.db, site.id, '2024-04-12T00:00:00.000Z'))).toBe(1);
    await readDuePages(app, { siteId: site.id, areaId: county.id, at: '2024-04-12T02:00:00.000Z', fresh: true, budgetMs: 60_000 });
    expect((await queue()).items.filter(({ found }) => found === '甲乙丙丁')).toEqual([]);
  });

  it('a novel among the reports is put before a person, a report is not (Q07)', async () => {
    const novel = '雪越下越大，我推开门，看见她坐在灯下。“你来了。”她抬起头，轻声说。我不知道该怎么回答她，只是站在那里。'.repeat(60);
    const report = '会议要求各单位落实责任，推进项目建设，做好服务群众工作，检查企业36家。'.repeat(15);
    now = '2024-04-12T03:00:00.000Z';
    await keepArticle('novel', '2024-04-12', novel, now);
    await keepArticle('report', '2024-04-12', report, now);
    await readStock(app, county.id);
    const doubted = (await queue()).items.filter(({ kind }) => kind === 'off-topic');
    expect(doubted).toMatchObject([{ found: 'novel工作报道', severity: 2, files: false }]);
    expect(doubted[0]?.why).toContain('对白');
  });

  it('an accepted term silences every layer but that of personal data', async () => {
    await keepArticle('2022', '2022-01-05', '使用午未申酉系统，联系人身份证号11010519491231002X。', '2024-04-13T01:00:00.000Z');
    await putWord('午未申酉', '戌亥');
    now = '2024-04-13T02:00:00.000Z';
    await readStock(app, county.id);
    const found = async () => (await queue()).items.map((item) => item.found);
    expect(await found()).toEqual(expect.arrayContaining(['午未申酉', '110***********002X']));
    const accepted = { list: 'accepted-term', term: '午未申酉系统', act: 'put', entry: {}, validFrom: null, validTo: null } as const;
    await appendWordingChanges(app.db, county.id, [{ ...accepted, byName: '张三', at: now, note: '' }]);
    await readStock(app, county.id);
    expect(await found()).not.toContain('午未申酉');
    expect(await found()).toContain('110***********002X');
    expect(JSON.stringify(await facts()), 'never in the clear').not.toContain('19491231');
  });
});
