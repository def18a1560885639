import { join } from 'node:path';
import type { CalendarDate } from '../../core/date.ts';
import { thinning } from '../../evidence/retention.ts';
import { listAreas } from '../../store/areas.ts';
import {
  channelsWithFacts,
  countAllFacts,
  looksUntil,
  markCited,
  markThinned,
  removeThinned,
  withMarks,
} from '../../store/evidence-marks.ts';
import type { Db } from '../../store/schema.ts';
import type { Area } from '../../subjects/area.ts';
import type { Config } from '../config.ts';
import { type App, withApp } from '../open.ts';
import { type AreaPlan, planOf } from './area-plan.ts';
import { clearFiles, type FileClearing } from './clear-files.ts';
import { keepThinnedBefore } from './thinned-before.ts';

/** A writer keeps the bytes first and the fact that names them soon after; a day is far longer than any step takes. */
const GRACE_MS = 24 * 3_600_000;

export interface GarbageOptions {
  /** Only counts. */
  dryRun: boolean;
  /** Lets go of the evidence of problems that were closed before the term, too. */
  expired: boolean;
  /** Unreferenced files younger than this stay; milliseconds. Default a day. */
  graceMs?: number;
}

export interface GarbageReport {
  dryRun: boolean;
  areas: { area: string; today: CalendarDate; judgedAgainFrom: CalendarDate | null; thinned: number }[];
  facts: { before: number; removed: number };
  files: FileClearing;
}

/** `collectGarbage` on an installation. */
export const collectGarbageAt = (config: Config, options: GarbageOptions): Promise<GarbageReport> =>
  withApp(config, (app) => collectGarbage(app, options));

/**
 * Clears evidence by the retention rules: thins looks that nothing rests on, then removes the bytes nothing refers to.
 * Never what an act on a problem, a notice, or a judgement that must still come out the same needs. Others may go on
 * looking and judging; stopped at any moment, it is simply run again. Throws 'conflict' when another one is at work.
 */
export async function collectGarbage(app: App, options: GarbageOptions): Promise<GarbageReport> {
  const { dryRun, expired, graceMs = GRACE_MS } = options;
  const graceFrom = Date.parse(app.now()) - graceMs;
  return withMarks(app.db, async (session) => {
    const before = await countAllFacts(session);
    const areas: GarbageReport['areas'] = [];
    let removed = 0;
    // All citations first: what one area's problem rests on is spared in every other.
    const plans: { area: Area; plan: AreaPlan }[] = [];
    for (const area of await listAreas(session)) plans.push({ area, plan: await planOf(app, area.id, expired) });
    for (const { plan } of plans) await markCited(session, plan.term);
    for (const { area, plan } of plans) {
      const thinned = await thinArea(session, plan, dryRun);
      areas.push({ area: area.name, today: plan.today, judgedAgainFrom: plan.judgedAgainFrom, thinned });
      removed += thinned;
    }
    const files = await clearFiles(session, { folder: join(app.config.home, 'evidence'), dryRun, graceFrom });
    return { dryRun, areas, facts: { before, removed }, files };
  });
}

/** Thins one area, channel by channel; each is done whole or not at all. Answers how many facts went, or would. */
async function thinArea(session: Db, plan: AreaPlan, dryRun: boolean): Promise<number> {
  const { today, rules, judgedAgainFrom, thinUntil, term } = plan;
  if (thinUntil === null || judgedAgainFrom === null) return 0;
  let count = 0;
  for (const channelId of await channelsWithFacts(session, term.areaId)) {
    const goes = thinning(rules, today);
    let marked = 0;
    for await (const looks of looksUntil(session, channelId, thinUntil)) {
      // Every look is asked about, also one that stays: it stands for its week.
      const ids = looks.filter((look) => goes(look) && !look.cited).map(({ id }) => id);
      await markThinned(session, channelId, ids);
      marked += ids.length;
    }
    if (dryRun || marked === 0) {
      count += marked;
      continue;
    }
    // Said before it is done: after a kill half-way the day must be known.
    await keepThinnedBefore(session, term.areaId, judgedAgainFrom);
    count += await removeThinned(session, channelId, term);
  }
  return count;
}
