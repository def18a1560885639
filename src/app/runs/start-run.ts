import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { listAccounts } from '../../store/accounts.ts';
import { enqueueScans, type Queue } from '../../store/queue.ts';
import { createRun, finishRunIfComplete, type Run } from '../../store/runs.ts';
import type { Db } from '../../store/schema.ts';
import { listSites } from '../../store/sites.ts';
import { listTargets } from '../../store/targets.ts';
import { type Channel, stateOn } from '../../subjects/channel.ts';
import { isWatched } from '../../subjects/filing.ts';
import type { App } from '../open.ts';
import { looksWhole, type RunKind } from './due.ts';

/** In a run of the scheduler channels begin so far apart, the last of them before this time has passed: many sites share one line and one cloud. */
const APART_MS = 20_000;
const SPREAD_MS = { probe: 30 * 60_000, other: 3 * 3_600_000 };

/** Accounts read from sheets and hand entry touch no host; they share one line of jobs. */
const NO_HOST = 'local';

/**
 * Begins a run of an area: one target per channel in operation, and per cancelled account that may come back; one job per
 * target in the queue, all in one transaction.
 * Asking again for the same day and kind queues only what has not ended, so whoever was killed may simply ask again.
 * `spread`: nobody waits for the run, so its channels begin one after the other. `only`: no other channels.
 */
export async function startRun(
  app: App,
  queue: Queue,
  areaId: string,
  day: CalendarDate,
  kind: RunKind,
  { spread = false, only = null }: { spread?: boolean; only?: ReadonlySet<string> | null } = {},
): Promise<Run> {
  const targets = (await channelsOn(app.db, areaId, day, kind))
    .filter((channel) => only === null || only.has(channel.id))
    .map((channel) => ({ channelId: channel.id, host: hostOf(channel) }));
  if (targets.length === 0 && kind === 'daily')
    throw new MingchaError('not-found', `${day} 没有正常运行的网站或账号可以监测。`, '请先导入底册，并核对网站、账号的运行状态和日期。');
  return app.db.transaction().execute(async (trx) => {
    const run = await createRun(trx, { areaId, day, kind, createdAt: app.now(), targets });
    const open = (await listTargets(trx, run.id)).filter((target) => target.state === 'waiting' || target.state === 'running');
    const apartMs = spread ? Math.min(APART_MS, (kind.startsWith('probe') ? SPREAD_MS.probe : SPREAD_MS.other) / open.length) : 0;
    const jobs = open.map(({ runId, channelId, host }, i) => ({ runId, channelId, host, afterMs: Math.round(i * apartMs) }));
    await enqueueScans(queue, trx, jobs);
    if (open.length === 0) await finishRunIfComplete(trx, run.id, app.now());
    return run;
  });
}

/** The channels a run of the kind looks at on a day, sites first. */
export async function channelsOn(db: Db, areaId: string, day: CalendarDate, kind: RunKind): Promise<Channel[]> {
  const sites = await listSites(db, areaId);
  const channels: Channel[] = looksWhole(kind) ? [...sites, ...(await listAccounts(db, areaId))] : sites;
  return channels.filter((channel) => isLookedAt(channel, day));
}

const isLookedAt = (channel: Channel, day: CalendarDate): boolean =>
  stateOn(channel.states, day) === 'in_operation' || (channel.type === 'account' && isWatched(channel, day));

function hostOf(channel: Channel): string {
  const url = channel.type === 'site' ? channel.url : channel.adapter === 'feed' ? channel.feedUrl : null;
  return url && URL.canParse(url) ? new URL(url).host : NO_HOST;
}
