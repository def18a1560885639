import { addDays } from '../../core/date.ts';
import { postsOfActivities } from '../../disclosure/activities.ts';
import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { readRegister } from '../../store/register.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { postsOfAccounts } from '../media/published.ts';
import type { App } from '../open.ts';
import { todayOf } from './area-of.ts';
import { calendarPeriod, periodHead } from './period-of.ts';

const AROUND_DAYS = 30;

/** Activities of a period with the posts about them; one without a post after 7 days is listed as lacking (seeds R16). */
export async function viewActivities(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const day = await todayOf(app, areaId);
  const { accounts, units } = await readRegister(app.db, areaId);
  const records = await listOfficeRecords<OfficeRecordData['activity']>(app.db, areaId, 'activity', period.from, period.to);
  const running = accounts.filter((account) => inBaseOn(account, period.to));
  const { posts, seen } = await postsOfAccounts(
    app.db,
    running.map(({ id }) => id),
    addDays(period.from, -AROUND_DAYS),
    addDays(period.to, AROUND_DAYS),
  );
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const rows = records.map(({ id, day: date, unitId, data }) => {
    const own = running.filter((account) => unitId === null || account.unitId === unitId);
    const mine = posts.filter((post) => own.some((account) => account.id === post.channelId));
    const [found] = postsOfActivities([{ id, name: data.name, date }], mine, day);
    // Accounts nobody collected may well have posted.
    const unseen = own.filter((account) => !seen.has(account.id)).length;
    const { name, place, host = null } = data;
    return {
      ...{ id, name, place, host },
      date,
      unitName: unitId === null ? null : (names.get(unitId) ?? unitId),
      posts: (found?.posts ?? []).map(({ channelId, title, date: on, url }) => ({ accountId: channelId, title, date: on, url })),
      lacking: own.length > 0 && unseen === own.length ? null : (found?.lacking ?? null),
      unseenAccounts: unseen,
    };
  });
  return { period: periodHead(period), rows, lacking: rows.filter((row) => row.lacking === true).length };
}
