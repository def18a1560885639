import type { Browser } from '../../collect/browser/open-browser.ts';
import type { Clock } from '../../collect/clock.ts';
import type { Net } from '../../collect/http/net.ts';
import type { SiteCheckpoint, StepNotes } from '../../collect/site/job.ts';
import { lookAtSite } from '../../collect/site/look-at-site.ts';
import { checkpointOf } from '../../collect/site/notes.ts';
import type { Instant } from '../../core/date.ts';
import { type Hours, msUntil } from '../../core/hours.ts';
import { columnsOfSite } from '../../store/columns.ts';
import { pagesToRecheck } from '../../store/proof-items.ts';
import type { Run } from '../../store/runs.ts';
import { readNotes } from '../../store/scan-notes.ts';
import type { Target } from '../../store/targets.ts';
import type { GoOn } from '../../store/work-scans.ts';
import type { Site } from '../../subjects/channel.ts';
import { activeOn } from '../../subjects/unit.ts';
import { guideReader } from '../directory/guide-facts.ts';
import { intrusionReader, NO_INTRUSION } from '../intrusion/scan-reader.ts';
import type { App } from '../open.ts';
import { columnJobs } from '../reading/column-jobs.ts';
import { proofreadSeen } from '../wording/proofread-seen.ts';
import { looksAgain } from './due.ts';
import { furtherPages } from './further-pages.ts';
import { keepScan } from './keep-scan.ts';
import { knownBefore } from './known.ts';
import { leftOnDay } from './left-on-day.ts';

/** A wait longer than this is not waited out: the scan rests, and its place and its host are free meanwhile. */
const PATIENCE_MS = 5_000;
/** Articles with confirmed errors that are opened again in a scan. */
const MOST_RECHECKED = 40;
/** Attachments read of a sample site a day: enough to show them; months of days are replayed in minutes. */
const SAMPLE_ATTACHMENTS = 1;

interface ScanInput {
  run: Run;
  target: Target;
  site: Site;
  net: Net;
  clock: Clock;
  simulated: boolean;
  /** Hours and allowance of the site. */
  looking: { hours: Hours | null; pages: number; requests: number };
  /** Absent where none may be used. */
  browser?: Browser;
  signal: AbortSignal;
}

/**
 * Scans one site and keeps facts and checkpoint together, so that a scan killed at any moment goes on where it was kept.
 * Answers how long it rests before it goes on, null when it is at its end.
 */
export async function scanSite(app: App, input: ScanInput): Promise<GoOn | null> {
  const { run, target, site, net, clock, simulated, looking, browser, signal } = input;
  const untilOpen = (): number => (looking.hours === null || simulated ? 0 : msUntil(looking.hours, clock.now()));
  if (untilOpen() > 0) return { afterMs: untilOpen() };
  const columns = (await columnsOfSite(app.db, site.id)).filter((column) => activeOn(column, run.day));
  const keeper = await keepScan(app, { target, siteId: site.id, reader: 'scan', signal });
  const settings = simulated ? { probes: 0, maxAttachments: SAMPLE_ATTACHMENTS } : await allowanceOf(app, run, site.id, looking);
  const steps = lookAtSite(
    {
      site,
      columns: await columnJobs(app, site.id, columns, run.day),
      pages: await furtherPages(app.db, site.id, run.day),
      articles: await pagesToRecheck(app.db, site.id, MOST_RECHECKED),
      day: run.day,
    },
    {
      net,
      blobs: app.blobs,
      clock,
      known: knownBefore(app.db, site.id, run.day),
      settings,
      ...(browser ? { browser } : {}),
      frontier: () => keeper.frontier,
      memory: keeper.memory,
      signal,
      ...(simulated ? {} : { patienceMs: PATIENCE_MS }),
    },
    await lastCheckpoint(app, site.id, target),
  );
  const guidesIn = guideReader(app, site, columns);
  const intrusion = simulated ? NO_INTRUSION : intrusionReader(app, site, run);
  let goOnAt: Instant | null = null;
  for await (const step of steps) {
    const { facts, progress, spent, notes } = step;
    await keeper.add({
      facts: [...facts, ...(await guidesIn(facts)), ...(await intrusion.pages(facts))],
      progress,
      checkpoint: () => ({ spent }),
      notes: notes === null ? [] : [notes],
    });
    goOnAt = step.goOnAt;
    if (untilOpen() === 0) continue;
    await keeper.flush();
    return { afterMs: untilOpen() };
  }
  await keeper.flush();
  if (goOnAt === null) await intrusion.end(clock.now());
  // What fails here stays due, and is told by the reading in the background: a scan is not to be done again for it.
  if (!simulated) await proofreadSeen(app, { siteId: site.id, areaId: run.areaId, day: run.day, signal }).catch(() => undefined);
  return goOnAt === null ? null : { afterMs: Math.max(0, Date.parse(goOnAt) - Date.parse(clock.now())) };
}

/**
 * What a scan may ask of its site. One that somebody asked for on top has what the day has left over, and makes no availability visits:
 * those are counted as a share, so that asking again while a site is down must not count against it twice.
 */
async function allowanceOf(app: App, run: Run, siteId: string, looking: ScanInput['looking']) {
  const whole = { maxPages: looking.pages, maxRequests: looking.requests, searchEngineView: true };
  if (!looksAgain(run.kind)) return whole;
  const left = await leftOnDay(app.db, run, [siteId], () => looking);
  const { pages, requests } = left.get(siteId) ?? looking;
  return { ...whole, maxPages: Math.max(1, pages), maxRequests: Math.max(1, requests), probes: 0 };
}

/** What an earlier attempt left: its spending in the target, its notes in rows of their own. */
async function lastCheckpoint(app: App, siteId: string, target: Target): Promise<SiteCheckpoint | null> {
  const kept = target.checkpoint as Pick<SiteCheckpoint, 'spent'> | null;
  return kept && checkpointOf(kept.spent, await readNotes<StepNotes>(app.db, { siteId, runId: target.runId }));
}
