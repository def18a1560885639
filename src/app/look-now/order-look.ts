import { clockAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { insertLookOrder, newestLookOrder } from '../../store/look-orders.ts';
import type { Channel } from '../../subjects/channel.ts';
import type { App } from '../open.ts';
import { actorOf, type Caller } from '../people/caller.ts';
import { checkOwnArea } from './own-area.ts';
import { type LookPlan, planLook } from './plan-look.ts';
import { SPARED, type Spared, sparedOf } from './spared.ts';

/** What was asked for: all channels or some; `whole` as the page had said it would be, so that nobody begins more than was read. */
export interface AskedLook {
  channelIds: readonly string[] | null;
  whole: boolean;
}

/** What is going to be looked at, and how many of the asked channels are not, by reason. */
export interface OrderedLook {
  id: string;
  channels: number;
  spared: { why: string; count: number }[];
}

/**
 * 立即监测: keeps the order, which the scheduler begins within half a minute. @throws refused or conflict with what stands against it and
 * from when on it will not; not-found for a channel that is not the area's.
 */
export async function orderLook(app: App, areaId: string, asked: AskedLook, caller: Caller): Promise<OrderedLook> {
  checkOwnArea(caller, areaId);
  const plan = await planLook(app, areaId);
  await refuseSecond(app, areaId);
  if (plan.refusal) throw plan.refusal;
  if (plan.whole !== asked.whole)
    throw new MingchaError('conflict', '打开本页以后情况有变化，没有安排。', '请看清现在的说明后再点“立即监测”。');
  const { channels, spared } = plan.whole ? { channels: plan.channels, spared: [] } : await again(app, plan, asked.channelIds);
  const at = app.now();
  const { role, name } = actorOf(caller);
  const id = stableId('look', areaId, at);
  const ids = plan.whole ? [] : channels.map((channel) => channel.id);
  const order = { areaId, id, day: plan.day, at, byRole: role, byName: name, whole: plan.whole, channels: ids };
  if (!(await insertLookOrder(app.db, order))) {
    await refuseSecond(app, areaId);
    throw new MingchaError('conflict', '同时有人安排了监测，没有重复安排。', '请看清现在的进度，需要时再点“立即监测”。');
  }
  return { id, channels: channels.length, spared };
}

async function refuseSecond(app: App, areaId: string): Promise<void> {
  const order = await newestLookOrder(app.db, areaId);
  if (order === null || order.endedAt !== null) return;
  throw new MingchaError('conflict', `${order.byName}安排的监测还没有完成。`, '本地区同时只进行一次；完成后可以再次监测。');
}

async function again(app: App, plan: LookPlan, ids: AskedLook['channelIds']) {
  const asked = ids === null ? plan.channels : chosen(plan, ids);
  const { why, from } = await sparedOf(app, plan, asked);
  const channels = asked.filter(({ id }) => !why.has(id));
  const counts = (Object.keys(SPARED) as Spared[]).map((reason) => ({
    why: SPARED[reason],
    count: asked.filter(({ id }) => why.get(id) === reason).length,
  }));
  const spared = counts.filter(({ count }) => count > 0);
  if (channels.length > 0) return { channels, spared };
  const said = spared.map(({ why: reason, count }) => `${count}个${reason}`).join('，');
  throw new MingchaError(
    'refused',
    `现在没有可以再看的：${said}。`,
    from === null ? '请稍后再试，或者等待下一次定时监测。' : `最早 ${clockAt(from)} 以后可以再次监测。`,
  );
}

function chosen({ channels }: LookPlan, ids: readonly string[]): Channel[] {
  const wanted = new Set(ids);
  const found = channels.filter(({ id }) => wanted.has(id));
  if (found.length === wanted.size) return found;
  const missing = wanted.size - found.length;
  throw new MingchaError(
    'not-found',
    `所选的有 ${missing} 个今天不在运行，或者不属于本地区。`,
    '请去掉已停运、关停、注销的，再点“立即监测”。',
  );
}
