import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { stableId } from '../../core/id.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { Actor } from '../../ledger/event.ts';
import { insertFacts } from '../../store/facts.ts';
import { listProblems } from '../../store/problems.ts';
import { listThresholds, pagesToRecheck, reviewQueue } from '../../store/proof-items.ts';
import { writeRegister } from '../../store/register.ts';
import { appendWordingChanges, currentWording } from '../../store/wording.ts';
import { computeDay } from '../judge/judge-day.ts';
import type { App } from '../open.ts';
import { settleDay } from '../runs/settle-day.ts';
import { type Decision, decide } from './decide.ts';
import { readStock } from './stock.ts';

const { county, register, site } = WORLD;
const BY: Actor = { role: 'office', unitId: null, name: '张三' };
const DAY = '2024-04-10';
let database: TestDatabase;
let folder: string;
let app: App;
let minute = 0;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mingcha-decide-'));
  const now = () => new Date(Date.parse(`${DAY}T01:00:00.000Z`) + minute++ * 60_000).toISOString();
  app = {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(folder),
    config: {} as App['config'],
    now,
    close: async () => undefined,
  };
  await writeRegister(app.db, register);
  const word = (term: string, right: string) =>
    ({
      list: 'wrong-word',
      term,
      act: 'put',
      entry: { right },
      validFrom: null,
      validTo: null,
      byName: '张三',
      at: app.now(),
      note: '',
    }) as const;
  await appendWordingChanges(app.db, county.id, [word('甲乙丙丁', '戊己庚辛'), word('子丑寅卯', '辰巳午未'), word('午未申酉', '戌亥子丑')]);
  await keepArticle('1', '要进一步甲乙丙丁，抓好落实。使用午未申酉系统。');
  await keepArticle('2', '会议强调甲乙丙丁。又说子丑寅卯。');
  await readStock(app, county.id);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const address = (path: string): string => `${site.url}${path}.html`;

async function keepArticle(path: string, words: string): Promise<void> {
  const url = address(path);
  const html = `<html><head><title>${path}</title></head><body><h1>报道${path}</h1><p>${words}</p></body></html>`;
  const blob = await app.blobs.put(new TextEncoder().encode(html));
  const data = {
    url,
    columnId: null,
    outcome: 'ok' as const,
    title: `报道${path}`,
    publishDate: '2023-08-01',
    metaDate: null,
    source: null,
  };
  const parts = { channelId: site.id, subjectId: stableId('page', url), at: app.now(), source: url, how: 'http/1', blob };
  await insertFacts(app.db, [makeFact<'article'>({ kind: 'article', ...parts, data })]);
}

async function item(found: string, state: 'open' | 'confirmed' | 'dismissed' = 'open') {
  const { items } = await reviewQueue(app.db, county.id, { state }, { offset: 0, limit: 50 });
  return items.find((row) => row.found === found);
}
async function say(found: string, decision: Partial<Decision> & Pick<Decision, 'act'>, state: 'open' | 'confirmed' | 'dismissed' = 'open') {
  const row = await item(found, state);
  if (!row) throw new Error(`${found} is not in the queue`);
  await decide(app, county.id, [{ siteId: row.siteId, key: row.key, ...decision }], BY);
}
const problems = async () => (await listProblems(app.db, county.id)).rows.map(({ text, projection }) => [text, projection.status]);
const typo = async () => (await computeDay(app, county.id, DAY)).observations.find(({ checkId }) => checkId === 'typo');

describe('a decision', () => {
  it('waits: the verdict is left to a person, and nothing is in the ledger', async () => {
    expect(await typo()).toMatchObject({ verdict: 'cannot-tell', reason: 'needs-person' });
    await settleDay(app, county.id, DAY, app.now());
    expect(await problems()).toEqual([]);
  });

  it('confirmed: filed at once with all its pages, and the day is judged by it; the same bytes again', async () => {
    expect(await item('甲乙丙丁')).toMatchObject({ places: 2, pages: 2 });
    await say('甲乙丙丁', { act: 'confirmed' });
    const filed = [['“甲乙丙丁”应为“戊己庚辛”（《报道1》等2个页面）', 'confirmed']];
    expect(await problems()).toEqual(filed);
    expect(await typo()).toMatchObject({ verdict: 'fail', measured: { confirmed: 1 } });
    expect((await computeDay(app, county.id, DAY)).digest).toBe((await computeDay(app, county.id, DAY)).digest);
    await settleDay(app, county.id, DAY, app.now());
    expect(await problems(), 'the next judgement continues it').toEqual(filed);
  });

  it('taken back: the problem is withdrawn, the item waits again', async () => {
    await say('甲乙丙丁', { act: 'undone' }, 'confirmed');
    expect(await problems()).toEqual([['“甲乙丙丁”应为“戊己庚辛”（《报道1》等2个页面）', 'withdrawn']]);
    expect(await item('甲乙丙丁')).toMatchObject({ act: null });
    expect(await typo()).toMatchObject({ verdict: 'cannot-tell' });
  });

  it('dismissed on one page: the other page keeps it', async () => {
    await say('甲乙丙丁', { act: 'dismissed-here', page: address('1') });
    expect(await item('甲乙丙丁')).toMatchObject({ places: 1 });
    const notes = (await typo())?.findings.map(({ text }) => text);
    expect(notes).toContain('“甲乙丙丁”应为“戊己庚辛”（《报道2》）');
    await readStock(app, county.id, { all: true });
    expect(await item('甲乙丙丁'), 'reading again does not bring it back').toMatchObject({ places: 1 });
  });

  it('dismissed on the site: gone at once, and not found again', async () => {
    await say('子丑寅卯', { act: 'dismissed-string' });
    expect(await item('子丑寅卯')).toBeUndefined();
    expect(await item('子丑寅卯', 'dismissed')).toMatchObject({ decidedBy: '张三' });
    await readStock(app, county.id, { all: true });
    expect((await typo())?.findings.map(({ text }) => text).join()).not.toContain('子丑寅卯');
  });

  it('accepted as a term: kept in the list with who did it', async () => {
    await say('午未申酉', { act: 'accepted-term', words: '午未申酉系统' });
    const kept = await currentWording(app.db, county.id);
    expect(kept.find(({ list }) => list === 'accepted-term')).toMatchObject({ term: '午未申酉系统', byName: '张三' });
  });

  it('fixed: what stands on no page any more is rechecked, though other doubts still wait', async () => {
    await say('甲乙丙丁', { act: 'wrong-suggestion', words: '壬癸' });
    expect(await problems(), 'the withdrawn problem is open again').toEqual([[expect.any(String), 'confirmed']]);
    expect(await pagesToRecheck(app.db, site.id, 10)).toEqual([{ url: address('2'), columnId: null }]);
    await keepArticle('2', '会议强调壬癸。');
    await readStock(app, county.id);
    expect((await problems()).map(([, status]) => status)).toContain('rechecked_ok');
    expect(await pagesToRecheck(app.db, site.id, 10)).toEqual([]);
  });

  it('fits the threshold of its layer on the site', async () => {
    expect(await listThresholds(app.db, county.id)).toMatchObject([{ layer: 'L1', threshold: 0, judged: 3 }]);
  });

  it.each([
    ['an item that is not there', { key: 'none', act: 'confirmed' }, 'not-found'],
    ['a page that is not named', { act: 'dismissed-here' }, 'bad-input'],
    ['a suggestion without words', { act: 'wrong-suggestion' }, 'bad-input'],
    ['a term that does not hold it', { act: 'accepted-term', words: '别的用语' }, 'bad-input'],
  ] as const)('refuses %s', async (_name, decision, code) => {
    const row = await item('子丑寅卯', 'dismissed');
    await expect(decide(app, county.id, [{ siteId: site.id, key: row?.key ?? '', ...decision }], BY)).rejects.toMatchObject({ code });
  });
});
