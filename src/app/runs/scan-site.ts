import type { Clock } from '../../collect/clock.ts';
import type { Net } from '../../collect/http/net.ts';
import type { Known, SiteCheckpoint, SiteStep } from '../../collect/site/job.ts';
import { lookAtSite } from '../../collect/site/look-at-site.ts';
import { addDays, type CalendarDate, type Instant, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { columnsOfSite } from '../../store/columns.ts';
import { insertFacts, latestFacts } from '../../store/facts.ts';
import type { Run } from '../../store/runs.ts';
import { saveProgress, type Target } from '../../store/targets.ts';
import type { GoOn } from '../../store/work-scans.ts';
import type { Site } from '../../subjects/channel.ts';
import { activeOn } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { columnJobs } from '../reading/column-jobs.ts';

/** A link that was fine is looked at again after so many days; one that was not, in every scan. */
const LINK_AGE_DAYS = 7;
/** A wait longer than this is not waited out: the scan rests, and its place and its host are free meanwhile. */
const PATIENCE_MS = 5_000;
/** Steps are kept together with their checkpoint, but not each in a transaction of its own: a commit costs more than a look. */
const KEEP_EVERY_MS = 500;
const KEEP_EVERY_FACTS = 200;

interface ScanInput {
  run: Run;
  target: Target;
  site: Site;
  net: Net;
  clock: Clock;
  simulated: boolean;
  signal: AbortSignal;
}

/**
 * Scans one site and keeps facts and checkpoint together, so that a scan killed at any moment goes on where it was kept.
 * Answers how long it rests before it goes on, null when it is at its end.
 */
export async function scanSite(app: App, input: ScanInput): Promise<GoOn | null> {
  const { run, target, site, net, clock, simulated, signal } = input;
  const columns = (await columnsOfSite(app.db, site.id)).filter((column) => activeOn(column, run.day));
  const known = await knownOf(app, site.id, run.day);
  const keeper = createKeeper(app, run, target);
  const settings = simulated ? { probes: 0 } : {};
  const steps = lookAtSite(
    { site, columns: await columnJobs(app, site.id, columns, run.day), day: run.day },
    { net, blobs: app.blobs, clock, known, settings, signal, ...(simulated ? {} : { patienceMs: PATIENCE_MS }) },
    target.checkpoint as SiteCheckpoint | null,
  );
  let goOnAt: Instant | null = null;
  for await (const step of steps) {
    await keeper.add(step);
    goOnAt = step.goOnAt;
  }
  await keeper.flush();
  return goOnAt === null ? null : { afterMs: Math.max(0, Date.parse(goOnAt) - Date.parse(clock.now())) };
}

function createKeeper(app: App, run: Run, target: Target) {
  let facts: Fact[] = [];
  let last: SiteStep | null = null;
  let keptAt = performance.now();
  async function flush(): Promise<void> {
    const step = last;
    if (!step) return;
    const batch = facts;
    facts = [];
    last = null;
    await app.db.transaction().execute(async (trx) => {
      await insertFacts(trx, batch, run.id);
      await saveProgress(trx, target, { ...step.progress, checkpoint: step.checkpoint });
    });
    keptAt = performance.now();
  }
  return {
    flush,
    async add(step: SiteStep): Promise<void> {
      facts.push(...step.facts);
      last = step;
      if (facts.length >= KEEP_EVERY_FACTS || performance.now() - keptAt >= KEEP_EVERY_MS) await flush();
    },
  };
}

/** What earlier days know: articles are opened once, links that were fine are left in peace for a while. */
async function knownOf(app: App, siteId: string, day: CalendarDate): Promise<Known> {
  const before = instantOf(day, '00:00');
  const articles = new Set(
    (await latestFacts(app.db, [siteId], ['article'], before)).filter((fact) => fact.data.outcome === 'ok').map((fact) => fact.data.url),
  );
  const since = instantOf(addDays(day, -LINK_AGE_DAYS), '00:00');
  const links = await latestFacts(app.db, [siteId], ['link'], before);
  const fresh = new Set(links.filter((fact) => fact.data.outcome === 'ok' && fact.at >= since).map((fact) => fact.data.url));
  return { article: (url) => articles.has(url), freshTarget: (url) => fresh.has(url) };
}
