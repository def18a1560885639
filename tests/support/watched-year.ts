import { mkdtempSync, rmSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeDay } from '../../src/app/judge/judge-day.ts';
import { confirmSuspected } from '../../src/app/ledger/confirm-day.ts';
import { reconcileDay } from '../../src/app/ledger/reconcile-day.ts';
import { draftNotice } from '../../src/app/notices/draft-notice.ts';
import { issueNotice } from '../../src/app/notices/issue-notice.ts';
import type { App } from '../../src/app/open.ts';
import { closePeriod } from '../../src/app/periods/close-period.ts';
import { addDays, type CalendarDate, instantOf } from '../../src/core/date.ts';
import { findBlob } from '../../src/evidence/blob-files.ts';
import { type Fact, makeFact } from '../../src/evidence/fact.ts';
import type { FactData, FactKind } from '../../src/evidence/facts.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { listProblems } from '../../src/store/problems.ts';
import { writeRegister } from '../../src/store/register.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { WORLD } from './store-world.ts';

/** The days of the small world: looked at daily from FIRST to TODAY, judged from JUDGED on, two months closed. */
export const FIRST: CalendarDate = '2022-01-01';
export const LAPSED: CalendarDate = '2022-12-20'; // a Tuesday, so its look is not the newest of its week
export const JUDGED: CalendarDate = '2023-01-10';
export const TODAY: CalendarDate = '2023-03-15';
const OFFICE = { role: 'office', unitId: null, name: '测试办公室' } as const;

export interface WatchedYear {
  app: App;
  areaId: string;
  problemId: string;
  noticeId: string;
  /** Digests of the judged days. */
  digests: ReadonlyMap<CalendarDate, string>;
  close(): Promise<void>;
}

/** One site of one column, whose last item is of 2022-06-15 and whose page changes every day, with the real database and real files. */
export async function watchedYear(): Promise<WatchedYear> {
  const database = await testDatabase();
  const app = appOn(database);
  const areaId = WORLD.county.id;
  await writeRegister(app.db, WORLD.register);
  for (let day = FIRST; day <= TODAY; day = addDays(day, 1)) await insertFacts(app.db, await looksOf(app, day));
  const digests = new Map<CalendarDate, string>();
  const judge = async (day: CalendarDate): Promise<void> => {
    const { digest, observations } = await judgeDay(app, areaId, day, instantOf(day, '18:00'));
    digests.set(day, digest);
    await reconcileDay(app, areaId, day, observations, instantOf(day, '18:00'));
    await confirmSuspected(app, areaId, day, instantOf(day, '18:30'), OFFICE);
  };
  await judge(LAPSED);
  digests.clear();
  for (let day = JUDGED; day <= TODAY; day = addDays(day, 1)) {
    await judge(day);
    if (day.endsWith('-27')) await closeMonth(app, areaId, day);
  }
  // Closing judges the cut-off day anew, with the carry-over it has just kept.
  for (const day of ['2023-01-27', '2023-02-27']) digests.set(day, (await judgeDay(app, areaId, day, instantOf(day, '21:00'))).digest);
  const noticeId = await draftNotice(
    app,
    areaId,
    '2023-02',
    'monthly-monitoring',
    { title: '关于监测情况的通报', signedDate: '2023-02-28' },
    instantOf('2023-02-28'),
  );
  await issueNotice(app, noticeId, { at: instantOf('2023-02-28'), day: '2023-02-28', by: OFFICE, overrideReason: '测试' });
  const { rows } = await listProblems(app.db, areaId, { categories: ['column_overdue'] });
  return {
    app,
    areaId,
    problemId: rows[0]?.id ?? '',
    noticeId,
    digests,
    async close() {
      await database.drop();
      rmSync(app.config.home, { recursive: true, force: true });
    },
  };
}

/** What the looks of a day kept; written on that day, as the files' age tells. */
async function looksOf(app: App, day: CalendarDate): Promise<Fact[]> {
  const { site, column } = WORLD;
  const at = instantOf(day, '09:00');
  const item = { title: '政策解读', href: `${column.url}1.html`, date: '2022-06-15', dateSource: 'visible', pinned: false } as const;
  const keep = async (text: string): Promise<string> => {
    const hash = await app.blobs.put(Buffer.from(text));
    await age(app, hash, at);
    return hash;
  };
  const fact = <K extends FactKind>(kind: K, subjectId: string, source: string, blob: string, data: FactData<K>): Fact<K> =>
    makeFact({ kind, channelId: site.id, subjectId, at, source, how: 'http/1', blob, data });
  const frame = `<!doctype html><html><title>信息公开</title>${'<p>栏目导航</p>'.repeat(40)}`;
  const url = column.url as string;
  return [
    fact('home', site.id, site.url, await keep(`${frame}首页 ${day}</html>`), {
      url: site.url,
      outcome: 'ok',
      items: [{ ...item, date: day }],
      newestDate: day,
      navigationOnly: false,
    }),
    fact('column-list', column.id, url, await keep(`${frame}栏目 ${day}</html>`), {
      columnId: column.id,
      url,
      outcome: 'ok',
      state: 'items',
      items: [item],
      newestDate: item.date,
      undated: 0,
      pages: 1,
      complete: true,
    }),
  ];
}

/** Makes a kept file as old as a moment. */
export async function age(app: App, hash: string, at: string): Promise<void> {
  await utimes((await findBlob(join(app.config.home, 'evidence'), hash)) as string, new Date(at), new Date(at));
}

async function closeMonth(app: App, areaId: string, cutoff: CalendarDate): Promise<void> {
  const at = instantOf(cutoff, '20:00');
  await closePeriod(app, areaId, cutoff.slice(0, 7), { cutoff, day: cutoff, at, by: OFFICE });
}

function appOn(database: TestDatabase): App {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-year-'));
  return {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(join(home, 'evidence')),
    config: { home, databaseUrl: database.url, allowNetworks: [], host: '127.0.0.1', port: 0, contact: null },
    now: () => instantOf(TODAY, '23:00'),
    close: async () => undefined,
  };
}
