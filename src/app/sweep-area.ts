import { type CalendarDate, dateAt } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Fact } from '../evidence/fact.ts';
import { factsBetween } from '../store/facts.ts';
import { startQueue } from '../store/queue.ts';
import { listSites } from '../store/sites.ts';
import { readAreaSettings } from './area-settings.ts';
import type { Config } from './config.ts';
import { findArea } from './find-area.ts';
import { openApp } from './open.ts';
import { awaitRun, type RunStep } from './runs/await-run.ts';
import { startRun } from './runs/start-run.ts';
import { startWorker } from './runs/start-worker.ts';

export interface SweepReport {
  area: string;
  day: CalendarDate;
  sites: number;
  pages: number;
  addresses: number;
  /** Addresses that did not open; nobody is accused of them before later looks. */
  failed: number;
  /** Sites that were not seen to the end. */
  unfinished: number;
}

/** A sweep (全站巡查) of an area at once, from the terminal, with a worker of its own. Asked again on the day it goes on with the one begun. */
export async function sweepArea(
  config: Config,
  areaName: string,
  { onStep, signal }: { onStep(step: RunStep): void; signal: AbortSignal },
): Promise<SweepReport> {
  const app = await openApp(config);
  const queue = await startQueue(app.databaseUrl, () => undefined);
  const worker = await startWorker(app, () => undefined);
  try {
    const area = await findArea(app.db, areaName);
    if ((await readAreaSettings(app.db, area.id)).clock === 'simulated')
      throw new MingchaError('refused', `${area.name}是示例地区，它的网站只在 npm start 首次运行时提供。`, '巡查真实地区请先导入底册。');
    const day = dateAt(app.now());
    const run = await startRun(app, queue, area.id, day, 'sweep-now');
    await awaitRun(app, run.id, onStep, signal);
    const sites = (await listSites(app.db, area.id)).map(({ id }) => id);
    const facts = await factsBetween(app.db, sites, ['sweep', 'link'], run.createdAt, app.now());
    const swept = facts.filter((fact): fact is Fact<'sweep'> => fact.kind === 'sweep');
    return {
      area: area.name,
      day,
      sites: swept.length,
      pages: sum(swept.map(({ data }) => data.pages)),
      addresses: sum(swept.map(({ data }) => data.addresses)),
      failed: new Set(
        facts.flatMap((fact) => (fact.kind === 'link' && (fact as Fact<'link'>).data.outcome !== 'ok' ? [fact.subjectId] : [])),
      ).size,
      unfinished: swept.filter(({ data }) => data.stopped !== null).length,
    };
  } finally {
    await worker.stop();
    await queue.stop();
    await app.close();
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
