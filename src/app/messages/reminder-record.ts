import { randomUUID } from 'node:crypto';
import { groupBy } from '../../checks/lib/group-by.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { REMINDER_STEPS, remindedWords } from '../../ledger/reminder.ts';
import { insertReminder, listReminded, listReminders } from '../../store/reminders.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

const STEP_NAMES = { ...REMINDER_STEPS, by_hand: '人工提醒' } as const;
/** Shown when nobody asks for other days. */
const USUAL_DAYS = 366;

export interface ReminderFilter {
  /** Units whose reminders may be seen: the own one and those below; null = all of the area. */
  unitIds: readonly string[] | null;
  /** Units that may be chosen from; left out or null = all of the area. */
  within?: readonly string[] | null;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  /** Which of the reminders are listed, from page 1; left out = all. Units are counted over all in any case. */
  page?: { number: number; size: number };
}

/** 提醒记录 of an area: each reminder, and of each unit how often, on which days and in what words a notice tells it (seeds P11). */
export async function viewReminders(app: App, areaId: string, { unitIds, within = null, from, to, page }: ReminderFilter) {
  await areaOf(app, areaId);
  const until = to ?? (await todayOf(app, areaId));
  const since = from ?? addDays(until, -USUAL_DAYS);
  const units = await listUnits(app.db, areaId);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const span = { unitIds, from: since, to: until };
  const part = page && { limit: page.size, offset: (page.number - 1) * page.size };
  const all = await listReminded(app.db, areaId, span);
  const rows = (await listReminders(app.db, areaId, span, part)).map(({ step, unitId, ...row }) => ({
    ...row,
    unit: { id: unitId, name: names.get(unitId) ?? unitId },
    step: { code: step, name: STEP_NAMES[step] },
  }));
  const counted = [...groupBy(all, ({ unitId }) => unitId)].map(([id, of]) => {
    const days = of.map(({ day }) => day).sort();
    return { unit: { id, name: names.get(id) ?? id }, count: of.length, days, furthest: furthestOf(of), words: remindedWords(days) };
  });
  return {
    ...{ from: since, to: until, total: all.length, rows },
    units: counted.sort((a, b) => b.count - a.count || a.unit.name.localeCompare(b.unit.name, 'zh')),
    choices: units
      .filter(({ id, activeTo }) => activeTo === null && (within === null || within.includes(id)))
      .map(({ id, name }) => ({ id, name })),
  };
}

const ORDER = Object.keys(STEP_NAMES);
const furthestOf = (rows: readonly { step: keyof typeof STEP_NAMES }[]): string => {
  const [furthest] = rows
    .map(({ step }) => step)
    .filter((step) => step !== 'by_hand')
    .sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a));
  return STEP_NAMES[furthest ?? 'by_hand'];
};

export interface ReminderByHand {
  unitId: string;
  day: CalendarDate;
  channel: string;
  addressee: string;
  note: string | null;
  by: string;
}

/** Keeps a reminder somebody gave outside the program, on the phone or in a group: it counts like one of the program's. */
export async function recordReminder(app: App, areaId: string, { by, day, unitId, ...words }: ReminderByHand): Promise<void> {
  await areaOf(app, areaId);
  if (!(await listUnits(app.db, areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('bad-input', '没有这个单位。', '请从列表中选择单位。', { faults: [{ field: 'unitId', message: '单位不存在' }] });
  const today = await todayOf(app, areaId);
  if (day > today)
    throw new MingchaError('bad-input', `不能登记将来的提醒（${day}）。`, `请填写${today}或以前的日期。`, {
      faults: [{ field: 'day', value: day, message: '晚于今天' }],
    });
  const id = `reminder_${randomUUID()}`;
  await insertReminder(app.db, { ...words, areaId, id, unitId, step: 'by_hand', day, at: app.now(), byName: by }, []);
}
