import { type CalendarDate, chineseDate, daysBetween } from './date.ts';
import { MingchaError } from './error.ts';
import { type Limit, lastDayWithin, limitName } from './limit.ts';

/** A claim that something had not been updated within a limit, as someone wants to file it. */
export interface StaleClaim {
  foundOn: CalendarDate;
  lastUpdate: CalendarDate;
  limit: Limit;
}

/** Whether the claim's own two dates support it, and the days between them (negative when the update came later). */
export function weighStaleClaim(claim: StaleClaim): { supported: boolean; days: number } {
  return {
    supported: claim.foundOn > lastDayWithin(claim.lastUpdate, claim.limit),
    days: daysBetween(claim.lastUpdate, claim.foundOn),
  };
}

/**
 * Guard of every door through which a stale finding can come in by hand (seeds M25: a printed notice names an account
 * as silent for over two weeks after 5 days). Throws MingchaError 'refused' with the computed days.
 */
export function requireSupportedStaleClaim(claim: StaleClaim): void {
  const { supported, days } = weighStaleClaim(claim);
  if (supported) return;
  const between =
    days < 0
      ? `最新更新时间${chineseDate(claim.lastUpdate)}晚于发现日期${chineseDate(claim.foundOn)}`
      : `发现日期${chineseDate(claim.foundOn)}与最新更新时间${chineseDate(claim.lastUpdate)}只相隔${days}天，没有超过${limitName(claim.limit)}`;
  throw new MingchaError(
    'refused',
    `这条“超过${limitName(claim.limit)}未更新”的问题日期不支持：${between}`,
    '请核对发现日期和最新更新时间，改正后再登记',
    {
      faults: [
        { field: 'foundOn', value: claim.foundOn, message: `应晚于${chineseDate(lastDayWithin(claim.lastUpdate, claim.limit))}` },
        { field: 'lastUpdate', value: claim.lastUpdate, message: `按这两个日期计算为${days}天` },
      ],
    },
  );
}
