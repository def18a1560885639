import { type CalendarDate, dateAt } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Fact } from '../evidence/fact.ts';
import { factsBetween } from '../store/facts.ts';
import { listSites } from '../store/sites.ts';
import { readAreaSettings } from './area-settings.ts';
import type { Config } from './config.ts';
import { awaitRun, type RunStep } from './runs/await-run.ts';
import { startRun } from './runs/start-run.ts';
import { withOwnWorker } from './runs/with-own-worker.ts';
import { withinArea } from './within-area.ts';

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
  return withinArea(config, areaName, async (app, area) => {
    if ((await readAreaSettings(app.db, area.id)).clock === 'simulated')
      throw new MingchaError('refused', `${area.name}是示例地区，它的网站只在 npm start 首次运行时提供。`, '巡查真实地区请先导入底册。');
    const day = dateAt(app.now());
    const run = await withOwnWorker(app, async (queue) => {
      const begun = await startRun(app, queue, area.id, day, 'sweep-now');
      await awaitRun(app, begun.id, onStep, signal);
      return begun;
    });
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
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
