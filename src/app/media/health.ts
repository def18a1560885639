import { type CalendarDate, dateAt, daysBetween, type Instant } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactData } from '../../evidence/facts.ts';
import { OUTCOMES } from '../../evidence/outcome.ts';
import type { Account } from '../../subjects/channel.ts';

/** How the way to an account's posts is doing. None of these is a verdict on the account. */
export const HEALTH_STATES = { ok: '正常', stale: '数据陈旧', failing: '抓取失败', none: '未配置' } as const;
export type HealthState = keyof typeof HEALTH_STATES;

export interface AccountHealth {
  state: HealthState;
  /** Last look that worked. */
  workedAt: Instant | null;
  /** Last day of which all posts are known. */
  freshOn: CalendarDate | null;
  /** Looks that failed one after the other, up to now. */
  failures: number;
  /** What went wrong last, and what to do; null while all is well. */
  trouble: string | null;
  next: string | null;
}

/** Vouched for longer ago than this, an account's silence says nothing (as the checks have it). */
const STALE_AFTER_DAYS = 7;

/** Judges the adapter of an account by its looks, oldest first, as of a day. */
export function healthOf(
  account: Pick<Account, 'adapter' | 'feedUrl'>,
  looks: readonly Fact<'account-posts'>[],
  day: CalendarDate,
): AccountHealth {
  // Pages somebody imported are no looks of a feed: they must not hide that it is broken.
  const own = looks.filter((look) => dateAt(look.at) <= day && (look.data.adapter === account.adapter || account.adapter !== 'feed'));
  const worked = own.findLast((look) => !hasFailed(look.data));
  const last = own.at(-1);
  const failures = own.length - 1 - own.findLastIndex((look) => !hasFailed(look.data));
  const freshOn = looks.reduce<CalendarDate | null>(
    (best, { data }) => (data.freshOn !== null && data.freshOn > (best ?? '') ? data.freshOn : best),
    null,
  );
  const found = { workedAt: worked?.at ?? null, freshOn, failures };
  const say = (state: HealthState, trouble: string | null, next: string | null): AccountHealth => ({ state, ...found, trouble, next });
  if (!last) {
    return account.adapter === 'feed' && account.feedUrl !== null
      ? say('none', '还没有采集过', '请运行一次监测，或等待下一次定时监测。')
      : say('none', '没有采集来源', SUPPLY);
  }
  if (last.data.error === 'none-configured') return say('none', '没有采集来源', SUPPLY);
  if (hasFailed(last.data)) return say('failing', failureOf(last.data), nextOf(last.data));
  if (freshOn === null || daysBetween(freshOn, day) > STALE_AFTER_DAYS || last.data.error === 'stale')
    return say('stale', freshOn === null ? '没有人确认过数据是否完整' : `数据只完整到 ${freshOn}`, '请补充导入发布记录，并填写截至日期。');
  return say('ok', null, null);
}

const SUPPLY = '请在“新媒体账号”表里填写订阅地址，或导入发布记录、保存的网页。';

const hasFailed = ({ error, outcome }: FactData<'account-posts'>): boolean => error === 'broken' || outcome !== 'ok';

function failureOf({ outcome }: FactData<'account-posts'>): string {
  return outcome === 'ok' ? '订阅地址返回的内容里没有一条带日期的发布' : OUTCOMES[outcome];
}

function nextOf({ outcome }: FactData<'account-posts'>): string {
  if (outcome === 'gone' || outcome === 'soft-gone' || outcome === 'client-error')
    return '请核对订阅地址是否写对、订阅服务的路由是否还在。';
  if (outcome === 'blocked') return '订阅服务限制了访问：请稍后再试，或改用自建的订阅服务；急用时先导入发布记录。';
  if (outcome === 'ok') return '请用浏览器打开订阅地址，看是否提示错误或登录失效；恢复之前请先导入发布记录。';
  if (outcome === 'refused-address') return '订阅地址在内网：请在 MINGCHA_ALLOW_NETWORKS 里放行该网段，或改用外网地址。';
  return '请检查订阅服务是否在运行；恢复之前请先导入发布记录。';
}
