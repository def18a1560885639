import { type CalendarDate, dateAt } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import { REASONS, VERDICTS, type Verdict } from '../core/verdict.ts';
import { readAreaSettings } from './area-settings.ts';
import type { Config } from './config.ts';
import { type Rejudgement, rejudgeDay } from './judge/rejudge-day.ts';
import { confirmSuspected } from './ledger/confirm-day.ts';
import { type ReadingAlarm, readingAlarms } from './reading/alarms.ts';
import type { RunStep } from './runs/await-run.ts';
import { runDay } from './runs/run-day.ts';
import { withOwnWorker } from './runs/with-own-worker.ts';
import { withinArea } from './within-area.ts';

export interface RunReport {
  area: string;
  day: CalendarDate;
  channels: number;
  observations: number;
  digest: string;
  verdicts: Record<Verdict, number>;
  /** Why things were not run or need a person, most frequent first. */
  notRun: { reason: string; count: number }[];
  ledger: { opened: number; continued: number; fixed: number; warnings: number };
  /** Readings that do not go on from earlier ones: for the operator, no problems of units. */
  alarms: ReadingAlarm[];
  /** Problems confirmed in the office's name; null when that was not asked for. */
  confirmed: number | null;
}

/**
 * One monitored day of an area from the terminal, with a worker of its own beside those that may be running.
 * Only today can be looked at: a look at a past day would be evidence of today under a false date.
 */
export async function runArea(
  config: Config,
  areaName: string,
  options: { at: CalendarDate | null; confirm: boolean; onStep(step: RunStep): void; signal: AbortSignal },
): Promise<RunReport> {
  return withinArea(config, areaName, async (app, area) => {
    const { clock } = await readAreaSettings(app.db, area.id);
    const today = dateAt(app.now());
    const day = options.at ?? today;
    if (clock === 'simulated')
      throw new MingchaError(
        'refused',
        `${area.name}是示例地区，它的网站只在 npm start 首次运行时提供。`,
        '可用 --rejudge 复算留存的证据；监测真实地区请先导入底册。',
      );
    if (day !== today)
      throw new MingchaError(
        'refused',
        `不能补看 ${day}：今天看到的内容不能作为那天的证据。`,
        '请监测今天，或加 --rejudge 用那天留存的证据复算。',
      );
    const { judgement, news } = await withOwnWorker(app, (queue) =>
      runDay(app, queue, area.id, day, { onStep: options.onStep, signal: options.signal }),
    );
    const confirmed = options.confirm
      ? await confirmSuspected(app, area.id, day, app.now(), { role: 'office', unitId: null, name: '办公室（命令行）' })
      : null;
    return {
      area: area.name,
      day,
      channels: new Set(judgement.observations.map((observation) => observation.channelId)).size,
      observations: judgement.observations.length,
      digest: judgement.digest,
      verdicts: Object.fromEntries(
        VERDICTS.map((verdict) => [verdict, judgement.observations.filter((o) => o.verdict === verdict).length]),
      ) as Record<Verdict, number>,
      notRun: countReasons(judgement.observations.flatMap((o) => (o.reason === null ? [] : [REASONS[o.reason]]))),
      ledger: {
        opened: news.opened.length,
        continued: news.continued.length,
        fixed: news.events.filter((event) => event.act === 'rechecked_fixed').length,
        warnings: news.warnings.length,
      },
      alarms: await readingAlarms(app, area.id),
      confirmed,
    };
  });
}

/** Judges a day again from kept evidence; the last judged day when none is named. */
export async function rejudgeArea(config: Config, areaName: string, day: CalendarDate | null): Promise<Rejudgement> {
  return withinArea(config, areaName, (app, area) => rejudgeDay(app, area.id, day));
}

function countReasons(reasons: readonly string[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
