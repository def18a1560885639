import { dateAt, instantOf } from '../../core/date.ts';
import { dueSites, makeStockDue, notePages, pagesSeen, proofProgress } from '../../store/proof-pages.ts';
import { putSetting, readSettings } from '../../store/settings.ts';
import { listSites } from '../../store/sites.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { listsVersion } from './area-reader.ts';
import { type ReadDone, readDuePages } from './read-due.ts';

/** Setting that remembers the lists the stock was put to reading with; no office sets it. */
const READ_WITH = 'proof-lists';
/** Everything ever kept. */
const EVER = '0001-01-01T00:00:00.000Z';

/**
 * When the lists of an area are others than those its stock was last put to reading with (an entry changed, a day came, the
 * program brought new ones), everything read before becomes due again. Asking twice does nothing. Answers how many pages.
 */
export async function stockDueToLists(app: App, areaId: string): Promise<number> {
  const version = await listsVersion(app, areaId, await todayOf(app, areaId));
  if ((await readSettings(app.db, areaId)).get(READ_WITH) === version) return 0;
  return app.db.transaction().execute(async (trx) => {
    const sites = (await listSites(trx, areaId)).map(({ id }) => id);
    const due = await makeStockDue(trx, sites);
    await putSetting(trx, areaId, READ_WITH, version);
    return due;
  });
}

/** Pages kept before anybody proofread, into the list of work. */
export async function noteKeptPages(app: App, areaId: string): Promise<void> {
  for (const site of await listSites(app.db, areaId)) await notePages(app.db, await pagesSeen(app.db, site.id, EVER));
}

/** The moment of a reading or decision: now, or in a sample area the same time of its own today, so that one follows the other. */
export async function readingMoment(app: App, areaId: string): Promise<string> {
  const { clock } = await readAreaSettings(app.db, areaId);
  const now = app.now();
  if (clock !== 'simulated') return now;
  const sinceMidnight = Date.parse(now) - Date.parse(instantOf(dateAt(now), '00:00'));
  return new Date(Date.parse(instantOf(await todayOf(app, areaId), '00:00')) + sinceMidnight).toISOString();
}

export interface StockReading extends ReadDone {
  sites: number;
}

/**
 * Reads everything of an area that is due, the stock of earlier years included, from kept bytes alone. Goes on where a stopped
 * call left off. `all`: pages read under the present lists too.
 */
export async function readStock(
  app: App,
  areaId: string,
  options: { all?: boolean; onStep?(progress: { done: number; total: number }): void; signal?: AbortSignal } = {},
): Promise<StockReading> {
  const sites = await listSites(app.db, areaId);
  await noteKeptPages(app, areaId);
  await stockDueToLists(app, areaId);
  if (options.all === true)
    await makeStockDue(
      app.db,
      sites.map(({ id }) => id),
    );
  const at = await readingMoment(app, areaId);
  const { fresh, stock } = await proofProgress(app.db, areaId);
  const total = fresh + stock;
  const sum: StockReading = { sites: 0, pages: 0, characters: 0, findings: 0, finished: true };
  for (const { id: siteId } of sites) {
    const budgetMs = Number.POSITIVE_INFINITY;
    const done = await readDuePages(app, { siteId, areaId, at, budgetMs, ...(options.signal ? { signal: options.signal } : {}) });
    sum.sites += done.pages > 0 ? 1 : 0;
    sum.pages += done.pages;
    sum.characters += done.characters;
    sum.findings += done.findings;
    sum.finished &&= done.finished;
    options.onStep?.({ done: sum.pages, total: Math.max(total, sum.pages) });
    if (options.signal?.aborted === true) return { ...sum, finished: false };
  }
  return sum;
}

/** Time one turn of the background reading takes, as the scans of the process wait for it; a site with more goes on in the next. */
const TURN_MS = 2_000;
const SITES_A_TURN = 20;

/**
 * One turn of the background reading of a worker: some sites that have something due, those with new pages first. Answers how many
 * pages were read. A site that fails holds up no other; what failed is told at the end.
 */
export async function readSomeDue(app: App, signal: AbortSignal): Promise<number> {
  let read = 0;
  const failures: unknown[] = [];
  const ended = performance.now() + TURN_MS;
  for (const { siteId, areaId } of await dueSites(app.db, SITES_A_TURN)) {
    const budgetMs = ended - performance.now();
    if (budgetMs <= 0 || signal.aborted) break;
    try {
      read += (await readDuePages(app, { siteId, areaId, at: await readingMoment(app, areaId), budgetMs, signal })).pages;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  return read;
}
