import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import type { Clock } from '../../collect/clock.ts';
import { openNet } from '../../collect/http/open-net.ts';
import { articlePage, listPage, type Page, smallSite } from '../../collect/testing/small-site.ts';
import { type CalendarDate, instantOf } from '../../core/date.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { Actor } from '../../ledger/event.ts';
import { listProblems } from '../../store/problems.ts';
import { openBySeverity, reviewQueue } from '../../store/proof-items.ts';
import { writeRegister } from '../../store/register.ts';
import { createRun } from '../../store/runs.ts';
import { claimTarget } from '../../store/targets.ts';
import { appendWordingChanges } from '../../store/wording.ts';
import { siteId } from '../../subjects/channel.ts';
import { columnId } from '../../subjects/column.ts';
import type { App } from '../open.ts';
import { scanSite } from '../runs/scan-site.ts';
import { decide } from './decide.ts';

const { county, register, column: oldColumn, site: oldSite } = WORLD;
const BY: Actor = { role: 'office', unitId: null, name: '张三' };

describe('the scan of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-seen-'));
  const net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, obeyRobots: false });
  const table: Record<string, Page> = {
    '/': '<html><body><h1>某局</h1><a href="/dt/">动态</a></body></html>',
    '/dt/': listPage('动态', [
      ['关于某项工作的报道', '/dt/1.html', '2024-04-08'],
      ['关于另一项工作的报道', '/dt/2.html', '2024-04-01'],
    ]),
    '/dt/1.html': articlePage('关于某项工作的报道', '2024-04-08', '<p>要不断提高整治站位，深入开展专项整治。</p>'),
    '/dt/2.html': articlePage(
      '关于另一项工作的报道',
      '2024-04-01',
      '<p>深入学习贯彻习近平新时代中国特色社会主义思想法治思想。又学习了习近平法治思想。</p>',
    ),
  };
  let database: TestDatabase;
  let app: App;
  let server: Awaited<ReturnType<typeof smallSite>>;
  let site: typeof oldSite;
  let today: CalendarDate = '2024-04-09';

  beforeAll(async () => {
    database = await testDatabase();
    server = await smallSite(table);
    const now = () => instantOf(today, '10:00');
    app = {
      db: database.db,
      databaseUrl: database.url,
      blobs: folderStore(folder),
      config: {} as App['config'],
      now,
      close: async () => undefined,
    };
    const url = `${server.origin}/`;
    site = { ...oldSite, id: siteId(county.id, oldSite.kind, '某局', url), url };
    const column = {
      ...oldColumn,
      id: columnId(site.id, ['动态']),
      siteId: site.id,
      path: ['动态'],
      parentId: null,
      url: `${server.origin}/dt/`,
      class: 'news' as const,
    };
    await writeRegister(app.db, { ...register, sites: [site], columns: [column], accounts: [] });
    const phrase = (term: string, severity: number) =>
      ({
        list: 'phrase',
        term,
        act: 'put',
        entry: { severity, kind: 'core' },
        validFrom: null,
        validTo: null,
        byName: '张三',
        at: now(),
        note: '',
      }) as const;
    await appendWordingChanges(app.db, county.id, [phrase('政治站位', 3)]);
  });
  afterAll(async () => {
    await server.close();
    await net.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function scan(): Promise<void> {
    const clock: Clock = { now: () => app.now(), wait: async () => undefined };
    const targets = [{ channelId: site.id, host: new URL(site.url).host }];
    const run = await createRun(app.db, { areaId: county.id, day: today, kind: 'daily', createdAt: app.now(), targets });
    const target = await claimTarget(app.db, { runId: run.id, channelId: site.id }, app.now());
    if (!target) throw new Error('nothing to claim');
    const looking = { hours: null, pages: 50, requests: 500 };
    await scanSite(app, { run, target, site, net, clock, looking, simulated: false, signal: new AbortController().signal });
  }
  const queue = async () => (await reviewQueue(app.db, county.id, { state: 'open' }, { offset: 0, limit: 20 })).items;

  it('puts what it read into the queue the same day, a grave one first; right wordings are left alone (Q01, Q02, Q04)', async () => {
    await scan();
    const items = await queue();
    expect(items[0], 'two formulations run together').toMatchObject({ severity: 1, kind: 'blended-phrase' });
    expect(items.map(({ found }) => found)).toContain('整治站位');
    expect(items.map(({ string }) => string).join()).not.toContain('专项整治');
    expect(items.filter(({ severity }) => severity === 1)).toHaveLength(1);
    expect((await openBySeverity(app.db, county.id))[1]).toBeGreaterThan(0);
  });

  it('the persons of the closed list are told of the grave one at once, and of nothing else (S04)', async () => {
    const told = await database.db.selectFrom('message').selectAll().orderBy('recipient').execute();
    expect(told.map(({ recipient, urgent, confidential }) => [recipient, urgent, confidential])).toEqual(
      ['信息中心', '分管领导', '政务公开办'].map((name) => [name, true, true]).sort(),
    );
  });

  it('looks again at what was confirmed, and sees it fixed', async () => {
    const item = (await queue()).find(({ found }) => found === '整治站位');
    await decide(app, county.id, [{ siteId: site.id, key: item?.key ?? '', act: 'confirmed' }], BY);
    expect((await listProblems(app.db, county.id)).rows).toMatchObject([{ category: 'text_error', projection: { status: 'confirmed' } }]);
    today = '2024-04-10';
    table['/dt/1.html'] = articlePage('关于某项工作的报道', '2024-04-08', '<p>要不断提高政治站位，深入开展专项整治。</p>');
    await scan();
    expect((await listProblems(app.db, county.id)).rows).toMatchObject([{ projection: { status: 'rechecked_ok' } }]);
  });

  it('a page that was taken away has no errors any more', async () => {
    const item = (await queue()).find(({ severity }) => severity === 1);
    await decide(app, county.id, [{ siteId: site.id, key: item?.key ?? '', act: 'confirmed' }], BY);
    today = '2024-04-11';
    delete table['/dt/2.html'];
    await scan();
    const { rows } = await listProblems(app.db, county.id);
    expect(rows.map(({ category, projection }) => [category, projection.status])).toContainEqual(['serious_misstatement', 'rechecked_ok']);
  });
});
