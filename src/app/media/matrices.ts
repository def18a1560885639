import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { matrixItems } from '../../disclosure/matrix.ts';
import { listMatrices, putMatrix, retireMatrix } from '../../store/matrices.ts';
import { readRegister } from '../../store/register.ts';
import { type Channel, inBaseOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { calendarPeriod, periodHead } from '../views/period-of.ts';
import { kindName } from '../views/words.ts';
import { itemsOfSites, postsOfAccounts } from './published.ts';

/** Items of a matrix that a page shows; a file has all. */
const MOST_ITEMS = 300;

/** 矩阵 of an area in a period: which member carries which item, how many days after the first, and which lacks it (seeds R11). `most` items of each; null = all. */
export async function viewMatrices(app: App, areaId: string, periodId: string | undefined, most: number | null = MOST_ITEMS) {
  const period = await calendarPeriod(app, areaId, periodId);
  const [{ areas, sites, accounts, units }, matrices] = await Promise.all([readRegister(app.db, areaId), listMatrices(app.db, areaId)]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const channels: Channel[] = [...sites, ...accounts].filter((channel) => inBaseOn(channel, period.to));
  const used = new Set(matrices.flatMap(({ channelIds }) => channelIds));
  const ofType = (type: Channel['type']) => channels.filter((one) => one.type === type && used.has(one.id)).map(({ id }) => id);
  const items = await itemsOfSites(app.db, ofType('site'), period.from, period.to);
  const { posts, seen } = await postsOfAccounts(app.db, ofType('account'), period.from, period.to);
  const rules = { areaNames: areas.map(({ name }) => name) };
  const rows = matrices.map(({ id, name, channelIds, savedBy, savedAt }) => {
    const members = channels
      .filter((channel) => channelIds.includes(channel.id))
      .map((channel) => {
        const mine = [...items, ...posts].filter(({ channelId }) => channelId === channel.id);
        return { id: channel.id, seen: mine.length > 0 || seen.has(channel.id), items: mine };
      });
    const all = matrixItems(members, rules);
    const shared = all.filter(({ on }) => on.length > 1);
    return {
      ...{ id, name, savedBy, savedAt, channelIds },
      members: members.map((member) => ({
        ...{ id: member.id, seen: member.seen, items: member.items.length },
        /** Shared items it lacks. */
        missing: shared.filter(({ missing }) => missing.includes(member.id)).length,
      })),
      alone: all.length - shared.length,
      shared: shared.length,
      items: all.slice(0, most ?? all.length).map(({ on, ...item }) => ({
        ...{ ...item, missing: [...item.missing], unseen: [...item.unseen] },
        on: on.map(({ channelId, lag, item: { date, url } }) => ({ channelId, lag, date, url })),
      })),
    };
  });
  return {
    period: periodHead(period),
    channels: channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      kindName: kindName(channel.type === 'site' ? channel.kind : channel.platform),
      unitName: names.get(channel.unitId) ?? channel.unitId,
    })),
    rows,
  };
}

/** Keeps a matrix of two channels or more. */
export async function saveMatrix(
  app: App,
  areaId: string,
  { id, name, channelIds }: { id: string | undefined; name: string; channelIds: readonly string[] },
  by: { name: string },
): Promise<{ id: string }> {
  const { sites, accounts } = await readRegister(app.db, areaId);
  const known = new Set([...sites, ...accounts].map((channel) => channel.id));
  const unknown = channelIds.filter((one) => !known.has(one));
  if (unknown.length > 0) throw new MingchaError('bad-input', '矩阵里有底册中没有的网站或账号。', '请从列表中重新选择。');
  const kept = id ?? stableId('matrix', areaId, name, app.now());
  await putMatrix(app.db, { areaId, id: kept, name, channelIds: [...new Set(channelIds)], savedBy: by.name, savedAt: app.now() });
  return { id: kept };
}

/** Takes a matrix out of use; what was found under it stays. @throws not-found. */
export async function dropMatrix(app: App, areaId: string, id: string): Promise<void> {
  if (await retireMatrix(app.db, areaId, id, app.now())) return;
  throw new MingchaError('not-found', '没有这个矩阵。', '请刷新后重新选择。');
}
