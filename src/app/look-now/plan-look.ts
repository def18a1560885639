import { addDays, type CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { isWithin } from '../../core/hours.ts';
import { type Run, runsOfArea } from '../../store/runs.ts';
import { runProgress } from '../../store/targets.ts';
import type { Channel } from '../../subjects/channel.ts';
import { type AreaSettings, readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { looksWhole } from '../runs/due.ts';
import { channelsOn } from '../runs/start-run.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** What asking for a monitoring now would do. */
export interface LookPlan {
  day: CalendarDate;
  /** The day has not been looked at: all its channels are, whichever are asked for. */
  whole: boolean;
  /** In operation on the day. */
  channels: readonly Channel[];
  settings: AreaSettings;
  /** Runs that look at channels as a day's does, of this day and the one before. */
  runs: readonly Run[];
  /** Why it cannot be at this moment; null when it can. */
  refusal: MingchaError | null;
}

/** What a monitoring asked for at this moment would be. A day is judged whole, so the first of a day looks at everything. */
export async function planLook(app: App, areaId: string): Promise<LookPlan> {
  await areaOf(app, areaId);
  const [settings, day] = [await readAreaSettings(app.db, areaId), await todayOf(app, areaId)];
  const runs = (await runsOfArea(app.db, areaId, addDays(day, -1))).filter(({ kind }) => looksWhole(kind));
  const daily = runs.find((run) => run.kind === 'daily' && run.day === day);
  const channels = await channelsOn(app.db, areaId, day, 'daily');
  const plan = { day, whole: daily === undefined, channels, settings, runs };
  return { ...plan, refusal: await refusalOf(app, plan, daily) };
}

async function refusalOf(app: App, plan: Omit<LookPlan, 'refusal'>, daily: Run | undefined): Promise<MingchaError | null> {
  const { clock, looking } = plan.settings;
  if (clock === 'simulated')
    return new MingchaError('refused', '示例地区的网站停留在过去的日期，不能立即监测。', '请换成本地区后再用；示例地区只供熟悉页面。');
  if (plan.channels.length === 0)
    return new MingchaError('refused', '没有正常运行的网站或账号可以监测。', '请先导入底册，并核对网站、账号的运行状态和日期。');
  if (daily && (daily.state === 'queued' || daily.state === 'running')) {
    const { waiting, running, done, 'not-run': notRun } = (await runProgress(app.db, daily.id)).channels;
    const total = waiting + running + done + notRun;
    return new MingchaError('conflict', `今天的监测正在进行，已看 ${done + notRun}/${total}。`, '不需要再安排；完成后可以再次监测。');
  }
  if (looking.hours !== null && !isWithin(looking.hours, app.now())) return closedWords(looking.hours);
  return null;
}

export const closedWords = ({ from, to }: { from: string; to: string }): MingchaError =>
  new MingchaError('refused', `现在不在访问时段内：本地区设定只在 ${from} 至 ${to} 访问网站。`, `请在 ${from} 以后再点“立即监测”。`);
