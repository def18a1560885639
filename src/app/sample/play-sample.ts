import { addDays, type CalendarDate, daysBetween, instantOf } from '../../core/date.ts';
import { parsePeriod, previousPeriod } from '../../core/period.ts';
import { isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';
import { listJudgements } from '../../store/judgements.ts';
import { listNotices } from '../../store/notices.ts';
import { findPeriod } from '../../store/periods.ts';
import type { Queue } from '../../store/queue.ts';
import { findRun, runId } from '../../store/runs.ts';
import { confirmSuspected } from '../ledger/confirm-day.ts';
import { handOver } from '../ledger/hand-over.ts';
import { draftNotice } from '../notices/draft-notice.ts';
import { issueNotice } from '../notices/issue-notice.ts';
import { type App, loadCalendar } from '../open.ts';
import { closePeriod } from '../periods/close-period.ts';
import { awaitRun } from '../runs/await-run.ts';
import { runDay } from '../runs/run-day.ts';
import { startRun } from '../runs/start-run.ts';
import { claimArea, keptPort } from './claim-area.ts';
import { type LoadedSample, loadSample, SAMPLE_OFFICE, type SamplePeriod } from './load-sample.ts';
import { exportSample, SAMPLES, type SampleId, type SampleWorld, startSampleWorld } from './world.ts';

/** How far a sample has come: days looked at of those planned, and what is going on. */
export type SampleStep = (step: { done: number; total: number; label: string }) => void;

export interface SampleResult {
  areaId: string;
  /** Notices by period, in order. */
  notices: { periodId: string; noticeId: string }[];
  /** Days lived through in this call; those kept from before are not lived again. */
  lived: number;
}

/** 国办秘函〔2019〕19号 站点无法访问: a week of visits before the cut-off. */
const PROBE_DAYS = 7;
/** 郎溪 is looked at every second week, the last time six days before the cut-off, and on the cut-off itself. */
const LOOK_EVERY_DAYS = 14;
const LAST_LOOK_BEFORE = 6;

/**
 * Loads a sample and lives through its periods day by day: look over HTTP, judge, confirm in the office's name, close
 * the period, issue its notice. Everything done is kept, so that it goes on where a killed process stopped.
 */
export async function playSample(
  app: App,
  queue: Queue,
  root: string,
  sample: SampleId,
  onStep: SampleStep,
  signal?: AbortSignal,
): Promise<SampleResult> {
  const world = await startSampleWorld(root, sample, await keptPort(app, sample));
  try {
    await claimArea(app, sample, world.port);
    const loaded = await loadSample(app, sample, await exportSample(root, sample, world.port));
    return await livePeriods(app, queue, world, sample, loaded, onStep, signal);
  } finally {
    await world.stop();
  }
}

async function livePeriods(
  app: App,
  queue: Queue,
  world: SampleWorld,
  sample: SampleId,
  loaded: LoadedSample,
  onStep: SampleStep,
  signal?: AbortSignal,
): Promise<SampleResult> {
  const { areaId, periods } = loaded;
  const calendar = await loadCalendar(app.db);
  const plans = await Promise.all(periods.map(async (period) => ({ period, days: await daysOf(app, areaId, period, sample, calendar) })));
  const total = plans.reduce((sum, plan) => sum + plan.days.length + 1, 0);
  const notices: SampleResult['notices'] = [];
  let done = 0;
  let lived = 0;
  for (const { period, days } of plans) {
    for (const day of days) {
      onStep({ done, total, label: `${day.day} 监测` });
      if (!(await isLived(app, areaId, day))) {
        await liveDay(app, queue, world, sample, areaId, day, (label) => onStep({ done, total, label }), signal);
        lived += 1;
      }
      done += 1;
    }
    onStep({ done, total, label: `${parsePeriod(period.id).label} 通报` });
    notices.push({ periodId: period.id, noticeId: await issuePeriod(app, areaId, period, SAMPLES[sample].template) });
    done += 1;
    onStep({ done, total, label: `${parsePeriod(period.id).label} 通报已印发` });
  }
  return { areaId, notices, lived };
}

/** A day is kept once it has been judged; a day of visits once its run has ended. */
async function isLived(app: App, areaId: string, { day, kind }: PlannedDay): Promise<boolean> {
  if (kind === 'look') return (await listJudgements(app.db, areaId, day)).length > 0;
  return (await findRun(app.db, runId(areaId, day, 'probes')))?.state === 'done';
}

interface PlannedDay {
  day: CalendarDate;
  kind: 'look' | 'probe';
}

/** The days of a period on which a sample is looked at, and the week of availability visits before the cut-off. */
async function daysOf(app: App, areaId: string, period: SamplePeriod, sample: SampleId, calendar: WorkCalendar): Promise<PlannedDay[]> {
  const { from } = parsePeriod(period.id);
  const before = await findPeriod(app.db, areaId, previousPeriod(parsePeriod(period.id)).id);
  const begin = before ? addDays(before.cutoff, 1) : from;
  const days: PlannedDay[] = [];
  for (let day = begin; day <= period.cutoff; day = addDays(day, 1)) {
    if (SAMPLES[sample].looks === 'working-days') {
      if (isWorkingDay(day, calendar).working) days.push({ day, kind: 'look' });
      continue;
    }
    if (day > addDays(period.cutoff, -PROBE_DAYS)) days.push({ day, kind: 'probe' });
    if (daysBetween(day, period.cutoff) % LOOK_EVERY_DAYS === LAST_LOOK_BEFORE || day === period.cutoff) days.push({ day, kind: 'look' });
  }
  return days;
}

async function liveDay(
  app: App,
  queue: Queue,
  world: SampleWorld,
  sample: SampleId,
  areaId: string,
  { day, kind }: PlannedDay,
  say: (label: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  await world.setClock(instantOf(day, '17:00'));
  if (kind === 'probe') {
    const run = await startRun(app, queue, areaId, day, 'probes');
    await awaitRun(app, run.id, ({ channels }) => say(`${day} 可用性访问 ${channels.done}/${channels.total}`), signal);
    return;
  }
  const at = instantOf(day, '18:00');
  await runDay(app, queue, areaId, day, {
    at,
    onStep: ({ channels, looks }) => say(`${day} 监测 ${channels.done}/${channels.total}，已看 ${looks} 个地址`),
    ...(signal ? { signal } : {}),
    async further(within) {
      await confirmSuspected(within, areaId, day, instantOf(day, '18:30'), SAMPLE_OFFICE);
      if (SAMPLES[sample].handsOver === 'at-once')
        await handOver(within, areaId, { only: null, clause: '日常监测交办', day, at: instantOf(day, '18:40'), by: SAMPLE_OFFICE });
    },
  });
}

async function issuePeriod(app: App, areaId: string, period: SamplePeriod, template: string): Promise<string> {
  const issued = (await listNotices(app.db, areaId)).find((notice) => notice.periodId === period.id && notice.state === 'issued');
  if (issued) return issued.id;
  const at = instantOf(period.signedDate, '09:00');
  await closePeriod(app, areaId, period.id, { cutoff: period.cutoff, day: period.signedDate, at, by: SAMPLE_OFFICE });
  const choice = {
    title: period.title,
    signedDate: period.signedDate,
    printedDate: period.printedDate ?? null,
    number: period.number ?? null,
  };
  const draft = await draftNotice(app, areaId, period.id, template, choice, at);
  await issueNotice(app, draft, { at, day: period.signedDate, by: SAMPLE_OFFICE });
  return draft;
}
