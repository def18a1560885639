import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { listJudgements } from '../../store/judgements.ts';
import type { App } from '../open.ts';
import { computeDay } from './judge-day.ts';

export interface Rejudgement {
  day: CalendarDate;
  kept: { digest: string; sheet: string; madeAt: string };
  again: { digest: string; sheet: string; observations: number };
  same: boolean;
}

/** Judges a day once more from kept evidence, without looking at anything, and compares it with what was kept (seeds V01, M24). */
export async function rejudgeDay(app: App, areaId: string, wanted: CalendarDate | null): Promise<Rejudgement> {
  const [kept] = await listJudgements(app.db, areaId, wanted ?? undefined);
  if (!kept) throw new MingchaError('not-found', `${wanted ?? '该地区'}没有留存的判定，无从复算。`, '请先对该日监测一次（mingcha run）。');
  const { day } = kept;
  const { digest, sheet, observations } = await computeDay(app, areaId, day);
  return {
    day,
    kept: { digest: kept.digest, sheet: kept.sheet, madeAt: kept.madeAt },
    again: { digest, sheet, observations: observations.length },
    same: digest === kept.digest,
  };
}
