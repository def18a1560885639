import { addDays } from '../../core/date.ts';
import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { REPOST_STATES, type Reposter, type RepostState, repostsOf } from '../../disclosure/reposts.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { readRegister } from '../../store/register.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { type Item, itemsOfSites, postsOfAccounts } from '../media/published.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from './period-of.ts';
import { kindName } from './words.ts';

/** How long after the last item of the period reposts are looked for. */
const AFTER_DAYS = 31;

/** 转载 of each item told in a period, by site and account: done, late, not, or not seen by us (seeds M17). */
export async function viewReposts(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const { areas, sites, accounts } = await readRegister(app.db, areaId);
  const orders = await listOfficeRecords<OfficeRecordData['repost']>(app.db, areaId, 'repost', period.from, period.to);
  const until = addDays(period.to, AFTER_DAYS);
  const channels = [...sites, ...accounts].filter((channel) => inBaseOn(channel, period.to));
  // Where nothing was to be reposted nobody is looked at.
  const ofType = (type: 'site' | 'account') =>
    orders.length === 0 ? [] : channels.filter((channel) => channel.type === type).map(({ id }) => id);
  const items = await itemsOfSites(app.db, ofType('site'), period.from, until);
  const { posts, seen } = await postsOfAccounts(app.db, ofType('account'), period.from, until);
  const published = new Map(channels.map(({ id }): [string, Item[]] => [id, []]));
  for (const item of [...items, ...posts]) published.get(item.channelId)?.push(item);
  const reposters = channels.map(({ id }): Reposter => {
    const mine = published.get(id) ?? [];
    return { id, seen: seen.has(id) || mine.length > 0, items: mine };
  });
  const rules = { areaNames: areas.map(({ name }) => name) };
  const rows = orders.map(({ id, data }) => {
    const answers = repostsOf({ id, ...data }, reposters, app.now(), rules);
    const count = (state: RepostState): number => answers.filter((answer) => answer.state === state).length;
    return {
      id,
      ...data,
      counts: Object.entries(REPOST_STATES).map(([code, name]) => ({ code, name, count: count(code as RepostState) })),
      channels: answers.map(({ channelId, state, on }) => ({ channelId, state: { code: state, name: REPOST_STATES[state] }, on })),
    };
  });
  const names = channels.map((channel) => ({
    id: channel.id,
    name: channel.name,
    kindName: kindName(channel.type === 'site' ? channel.kind : channel.platform),
  }));
  return { period: periodHead(period), channels: names, rows };
}
