import type { AccountAdapter } from '../../collect/accounts/adapter.ts';
import { lookAtAccount } from '../../collect/accounts/look-at-account.ts';
import type { Browser } from '../../collect/browser/open-browser.ts';
import { type Clock, simulatedClock } from '../../collect/clock.ts';
import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { findChannel } from '../../store/channels.ts';
import { insertFacts } from '../../store/facts.ts';
import { patiently } from '../../store/patience.ts';
import { freshDays, listPosts } from '../../store/posts.ts';
import type { ScanJob } from '../../store/queue.ts';
import { findRun, finishRunIfComplete, type Run, setRunStarted } from '../../store/runs.ts';
import { clearScan } from '../../store/scan-addresses.ts';
import { claimTarget, finishTarget, type Target } from '../../store/targets.ts';
import type { GoOn } from '../../store/work-scans.ts';
import type { Account, AccountAdapterKind, Site } from '../../subjects/channel.ts';
import { lookingAt, readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { searchIfDue } from '../search/search-if-due.ts';
import { looksWhole } from './due.ts';
import type { Nets } from './nets.ts';
import { probeTarget } from './probe-target.ts';
import { scanSite } from './scan-site.ts';
import { sweepSite } from './sweep-site.ts';

/** What a worker holds for all its jobs. */
export interface Worker {
  app: App;
  nets: Nets;
  /** Time of the areas that are looked at today. */
  clock: Clock;
  /** As `workerName` gives it; without one its jobs are given back only when their heartbeat fails. */
  name?: string;
  adapters: ReadonlyMap<AccountAdapterKind, AccountAdapter>;
  /** For pages that scripts build, and pictures; areas that are only played have none. */
  browser?: Browser;
}

/** Hour at which a simulated day is looked at: within office hours, so that an item of the day itself is there. */
const SIMULATED_TIME = '17:00';
/** Posts kept by hand or sheet that a look hands on: enough for a year's silence and the last sign of life before it. */
const POSTS_BACK_DAYS = 800;

/**
 * Works one job of the queue: looks at one channel of one run and keeps what it saw. May come twice or after a kill:
 * it goes on from the last checkpoint, and facts are kept by their hash. Ends the run when it was the last of it.
 * Answers when the job is to be gone on with, null when it is done.
 */
export async function workScan(worker: Worker, job: ScanJob, signal: AbortSignal): Promise<GoOn | null> {
  const { app } = worker;
  const run = await findRun(app.db, job.runId);
  const target = run && (await claimTarget(app.db, job, app.now(), worker.name ?? null));
  if (!run || !target) return null;
  await setRunStarted(app.db, run.id);
  const end = await look(worker, run, target, signal);
  if ('afterMs' in end) return end;
  await endTarget(app, job, end);
  return null;
}

/** Every attempt failed: the channel is not run, and that is our condition, never a problem of the unit. */
export async function giveUpScan({ app }: Worker, job: ScanJob): Promise<void> {
  await endTarget(app, job, { state: 'not-run', reason: 'attempts-spent' });
}

/** Ends a target; what its scan needed on the way goes with it. Ends the run when it was the last of it. */
async function endTarget({ db, now }: App, job: ScanJob, end: TargetEnd): Promise<void> {
  await patiently(() =>
    db.transaction().execute(async (trx) => {
      if (await finishTarget(trx, job, end, now())) await clearScan(trx, { siteId: job.channelId, runId: job.runId });
    }),
  );
  await patiently(() => finishRunIfComplete(db, job.runId, now()));
}

type TargetEnd = Parameters<typeof finishTarget>[2];
/** Nothing to look at: the register names no address yet, or the channel left it since the run began. Our gap, not theirs. */
const NO_ADDRESS: TargetEnd = { state: 'not-run', reason: 'no-adapter' };

async function look(worker: Worker, run: Run, target: Target, signal: AbortSignal): Promise<TargetEnd | GoOn> {
  const settings = await readAreaSettings(worker.app.db, run.areaId);
  const channel = await findChannel(worker.app.db, run.areaId, target.channelId);
  if (!channel || (channel.type === 'site' && !URL.canParse(channel.url))) return NO_ADDRESS;
  const net = worker.nets.for(settings);
  const simulated = settings.clock === 'simulated';
  const clock = simulated ? simulatedClock(instantOf(run.day, SIMULATED_TIME)) : worker.clock;
  const shared = { run, target, net, clock, signal };
  if (channel.type === 'account') {
    if (looksWhole(run.kind)) await lookAtPosts(worker, { account: channel, day: run.day, runId: run.id, net, clock, signal });
    return { state: 'done' };
  }
  const goOn = await lookAtChannel();
  if (goOn === null && run.kind === 'daily')
    await searchIfDue(worker.app, { site: channel, day: run.day, net, clock, runId: run.id, signal });
  return goOn ?? { state: 'done' };

  async function lookAtChannel(): Promise<GoOn | null> {
    const site = channel as Site;
    if (run.kind === 'sweep' || run.kind === 'sweep-now') {
      const { hours, pages: maxPages } = settings.sweep;
      const atOnce = run.kind === 'sweep-now' || simulated;
      return sweepSite(worker.app, { ...shared, site, hours: atOnce ? null : hours, maxPages });
    }
    if (!looksWhole(run.kind)) {
      await probeTarget(worker.app, { ...shared, site, simulated });
      return null;
    }
    const browser = worker.browser && !simulated ? { browser: worker.browser } : {};
    return scanSite(worker.app, { ...shared, site, simulated, looking: lookingAt(settings, site.id), ...browser });
  }
}

async function lookAtPosts(
  { app, adapters }: Worker,
  input: { account: Account; day: CalendarDate; runId: string; net: ReturnType<Nets['for']>; clock: Clock; signal: AbortSignal },
): Promise<void> {
  const { account, day, runId, net, clock, signal } = input;
  const posts = await listPosts(app.db, account.id, addDays(day, -POSTS_BACK_DAYS), day);
  const fresh = (await freshDays(app.db, [account.id])).get(account.id);
  const kept =
    posts.length || fresh
      ? { posts, freshOn: fresh?.freshOn ?? null, source: fresh?.source ?? posts.at(-1)?.source ?? '', blob: posts.at(-1)?.blob ?? null }
      : null;
  const fact = await lookAtAccount(adapters, { account, day, kept }, { net, blobs: app.blobs, clock, signal });
  await insertFacts(app.db, [fact], runId);
}
