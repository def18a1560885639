import type { PeriodVerdict } from '../../../store/periods.ts';
import { type Account, inBaseOn, type Site } from '../../../subjects/channel.ts';
import type { NoticePeriod } from '../problems/history.ts';
import type { SettleContext } from '../settle/context.ts';
import type { SeedNotice } from './schema.ts';

/** Name under which a verdict says that it was taken from a notice, not judged by a sheet. */
export const FROM_NOTICE = 'notice';

/** 检查结果 of every channel for which the notice prints one: what 连续N个月 counts back to. */
export function seedVerdicts(
  notice: SeedNotice,
  { period, cutoff }: NoticePeriod,
  channels: readonly (Site | Account)[],
  { areaId, byPath }: SettleContext,
): PeriodVerdict[] {
  return notice.channels.flatMap((printed, i): PeriodVerdict[] => {
    const channel = channels.find(({ id }) => id === byPath.get(`channels[${i}]`));
    if (!channel || !printed.verdict) return [];
    const mine = notice.problems.filter((problem) => problem.channels.includes(printed.id));
    const carried = new Set(mine.map(({ category }) => category));
    return [
      {
        areaId,
        periodId: period.id,
        channelId: channel.id,
        verdict: printed.verdict,
        reasons: mine.map(({ text }) => text),
        carryOver: carried.has('carry_over_not_rectified') ? 'not' : carried.has('carry_over_partly_rectified') ? 'partly' : 'none',
        failedInARow: printed.verdict === 'fail' ? 1 : 0,
        score: null,
        coverage: { run: 0, due: 0 },
        inBase: inBaseOn(channel, cutoff),
        outside: null,
        sheet: FROM_NOTICE,
      },
    ];
  });
}
