import type { Instant } from '../../core/date.ts';
import { isWithin } from '../../core/hours.ts';
import { lookedSince } from '../../store/look-orders.ts';
import type { Channel } from '../../subjects/channel.ts';
import { lookingAt } from '../area-settings.ts';
import type { App } from '../open.ts';
import { leftOnDay } from '../runs/left-on-day.ts';
import type { LookPlan } from './plan-look.ts';

/** A site or account is left in peace for this long after a look. */
const REST_MINUTES = 30;
const MINUTE_MS = 60_000;

/** Why a channel is not looked at again now (不列入本次监测的原因). */
export const SPARED = {
  busy: '正在查看',
  rested: `${REST_MINUTES}分钟内刚看过`,
  closed: '不在该网站的访问时段',
  spent: '今天的访问量已用完',
} as const;
export type Spared = keyof typeof SPARED;

/** Which of the channels are not looked at again now, with the reason, and the moment from which the first rested ones may be. */
export async function sparedOf(
  app: App,
  plan: LookPlan,
  asked: readonly Channel[],
): Promise<{ why: Map<string, Spared>; from: Instant | null }> {
  const now = app.now();
  const since = new Date(Date.parse(now) - REST_MINUTES * MINUTE_MS).toISOString();
  const runIds = plan.runs.map(({ id }) => id);
  const looked = await lookedSince(app.db, runIds, since);
  const siteIds = asked.filter(({ type }) => type === 'site').map(({ id }) => id);
  const looking = (siteId: string) => lookingAt(plan.settings, siteId);
  const left = await leftOnDay(app.db, { areaId: asked[0]?.areaId ?? '', day: plan.day, id: null }, siteIds, looking);
  const why = new Map<string, Spared>();
  for (const { id, type } of asked) {
    const last = looked.get(id);
    const { hours } = looking(id);
    const rest = left.get(id);
    if (last === null) why.set(id, 'busy');
    else if (last !== undefined) why.set(id, 'rested');
    else if (type === 'site' && hours !== null && !isWithin(hours, now)) why.set(id, 'closed');
    else if (rest && (rest.pages <= 0 || rest.requests <= 0)) why.set(id, 'spent');
  }
  const [first] = asked.flatMap(({ id }) => looked.get(id) ?? []).sort();
  return { why, from: first === undefined ? null : restedAt(first) };
}

/** The first full minute at which a channel last looked at then may be looked at again. */
const restedAt = (last: Instant): Instant => new Date(Math.ceil(Date.parse(last) / MINUTE_MS + REST_MINUTES) * MINUTE_MS).toISOString();
