import { addDays, type CalendarDate, isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { isWorkingDay } from '../../core/work-calendar.ts';
import { dutyDayAt } from '../../ledger/duty.ts';
import { findDuty, listDuty, putDuty } from '../../store/duty.ts';
import { listRecipients } from '../../store/message-channels.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

const MOST_DAYS = 62;

/** 值班表 from a day on: every day with who is on duty, working days told from days off, and who that is at this moment. */
export async function viewRoster(app: App, areaId: string, { from, days }: { from?: CalendarDate | undefined; days: number }) {
  await areaOf(app, areaId);
  const calendar = await loadCalendar(app.db);
  const { messages } = await readAreaSettings(app.db, areaId);
  const today = await todayOf(app, areaId);
  const first = from ?? today;
  const kept = new Map((await listDuty(app.db, areaId, first, addDays(first, days - 1))).map((one) => [one.day, one]));
  return {
    today,
    changesAt: messages.dutyChangesAt,
    answerWithinMinutes: messages.answerWithinMinutes,
    now: await findDuty(app.db, areaId, dutyDayAt(app.now(), messages.dutyChangesAt)),
    days: Array.from({ length: days }, (_, i) => {
      const day = addDays(first, i);
      const { name = null, deputy = null } = kept.get(day) ?? {};
      return { day, working: isWorkingDay(day, calendar).working, name, deputy };
    }),
    names: (await listRecipients(app.db, areaId)).filter(({ unitId }) => unitId === null).map(({ name }) => name),
  };
}

interface RosterDay {
  day: CalendarDate;
  /** Null: nobody. */
  name: string | null;
  deputy: string | null;
}

/** Keeps days of the roster. Throws bad-input naming the day that is wrong. */
export async function saveRoster(app: App, areaId: string, { days, by }: { days: readonly RosterDay[]; by: string }): Promise<void> {
  await areaOf(app, areaId);
  const wrong = (day: string, message: string): MingchaError =>
    new MingchaError('bad-input', `${day}：${message}。`, '请改正后再保存。', { faults: [{ field: day, message }] });
  if (days.length > MOST_DAYS) throw wrong(days[0]?.day ?? '', `一次最多保存${MOST_DAYS}天`);
  const seen = new Set<string>();
  for (const { day, name, deputy } of days) {
    if (!isCalendarDate(day)) throw wrong(day, '不是有效日期，应写作 2024-10-11');
    if (seen.has(day)) throw wrong(day, '同一天出现两次');
    if (name === null && deputy !== null) throw wrong(day, '只有副班没有值班人员');
    if (name !== null && name === deputy) throw wrong(day, '值班人员和副班是同一个人');
    seen.add(day);
  }
  await app.db.transaction().execute((trx) => putDuty(trx, areaId, days, { by, at: app.now() }));
}
