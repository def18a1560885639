import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { listJudgements } from '../../store/judgements.ts';
import { thinnedBefore } from '../evidence/thinned-before.ts';
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
  const { digest, sheet, observations } = await computeDay(app, areaId, day, kept.madeAt);
  const same = digest === kept.digest;
  if (!same) await refuseThinned(app, areaId, day);
  return {
    day,
    kept: { digest: kept.digest, sheet: kept.sheet, madeAt: kept.madeAt },
    again: { digest, sheet, observations: observations.length },
    same,
  };
}

/** What the retention rules let go cannot be judged again; that is no disagreement, and must not be printed as one. */
async function refuseThinned(app: App, areaId: string, day: CalendarDate): Promise<void> {
  const before = await thinnedBefore(app.db, areaId);
  if (before === null || day >= before) return;
  throw new MingchaError(
    'refused',
    `${day} 的部分查看记录已按证据留存规则精简，不能再逐字节复算。`,
    `可复算 ${before} 及以后的日期；该日的判定和问题所依据的证据仍然留存，可在问题页面查看。`,
  );
}
