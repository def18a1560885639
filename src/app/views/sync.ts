import { addDays, dateAt } from '../../core/date.ts';
import { type Match, matchItems } from '../../disclosure/matching/match-items.ts';
import { readRegister } from '../../store/register.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { type Item, itemsOfSites, postsOfAccounts, undatedOfSites } from '../media/published.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from './period-of.ts';
import { kindName } from './words.ts';

/** Days that may lie between an item and its post. */
const WINDOW_DAYS = 30;

/**
 * 同步公开 of an area in a period (seeds M18): what stands on the portal and on its accounts, how many days apart, and what
 * stands on one side only. Of accounts that nobody saw nothing is concluded; they are listed apart.
 */
export async function viewSync(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const { areas, sites, accounts } = await readRegister(app.db, areaId);
  const portals = sites.filter((site) => site.kind === 'portal' && inBaseOn(site, period.to));
  const running = accounts.filter((account) => inBaseOn(account, period.to));
  const [from, to] = [addDays(period.from, -WINDOW_DAYS), addDays(period.to, WINDOW_DAYS)];
  const portalIds = portals.map(({ id }) => id);
  const [items, undated] = await Promise.all([itemsOfSites(app.db, portalIds, from, to), undatedOfSites(app.db, portalIds, from, to)]);
  const { posts, seen } = await postsOfAccounts(
    app.db,
    running.map(({ id }) => id),
    from,
    to,
  );
  const rules = { areaNames: areas.map(({ name }) => name), windowDays: WINDOW_DAYS };
  const within = ({ date }: Item): boolean => date >= period.from && date <= period.to;
  const matched = new Map<string, Match<Item, Item>[]>();
  const unsure = new Map<string, Item>();
  const rows = running.map(({ id, name, platform }) => {
    const mine = posts.filter((post) => post.channelId === id);
    const found = matchItems(items, mine, rules);
    for (const match of found.matched) matched.set(match.portal.id, [...(matched.get(match.portal.id) ?? []), match]);
    for (const item of found.unsure) unsure.set(item.id, item);
    const both = found.matched.filter(({ portal }) => within(portal));
    return {
      id,
      name,
      platformName: kindName(platform),
      seen: seen.has(id),
      posts: mine.filter(within).length,
      matched: both.length,
      medianLag: medianOf(both.map(({ lag }) => lag)),
      accountOnly: found.accountOnly.filter(within).map(({ title, date, url }) => ({ title, date, url })),
    };
  });
  const portal = items.filter(within).map((item) => ({
    title: item.title,
    date: item.date,
    url: item.url,
    unsure: !matched.has(item.id) && unsure.has(item.id),
    on: (matched.get(item.id) ?? []).map(({ post, lag, likeness }) => ({
      accountId: post.channelId,
      title: post.title,
      date: post.date,
      url: post.url,
      lag,
      likeness,
    })),
  }));
  return {
    period: periodHead(period),
    windowDays: WINDOW_DAYS,
    portals: portals.map(({ id, name }) => ({ id, name })),
    /** Entries of the portal's lists without a readable date. */
    undated,
    items: portal,
    accounts: rows,
    madeOn: dateAt(app.now()),
  };
}

/** The middle lag; of two in the middle the smaller. Null when nothing matched. */
function medianOf(lags: readonly number[]): number | null {
  return lags.toSorted((a, b) => a - b)[Math.floor((lags.length - 1) / 2)] ?? null;
}
