import { sql } from 'kysely';
import { type CalendarDate, dateAt, instantOf } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import { isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';
import { type ReminderStep, stepReached } from '../../ledger/reminder.ts';
import { listPromptActs, listPrompts, type Prompt, unitsAsked } from '../../store/prompts.ts';
import { insertReminder, listReminders, type Reminder } from '../../store/reminders.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import type { AreaSettings } from '../area-settings.ts';
import { unitPost } from '../messages/unit-post.ts';
import { writeMessages } from '../messages/write-messages.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { dayWords } from './group-text.ts';
import { promptLink } from './send-prompt.ts';
import { promptOf, reminderNote } from './view-prompts.ts';

/** In whose name the program reminds. */
const BY = '明察（到期自动提醒）';
/** First key of the advisory lock of an area whose prompts are being reminded of. */
const LOCK = 1_901;
/** Steps taken for a prompt; supervision and naming are for problems. */
const STEPS: readonly ReminderStep[] = ['due_soon', 'overdue'];

/**
 * 催办: reminds the units asked that have not done it, or those of them in `unitIds`; each once a day for a prompt. Every one stands in
 * the record of reminders and counts there (seeds P11). Answers how many were reminded now.
 */
export async function remindMissing(
  app: App,
  areaId: string,
  promptId: string,
  unitIds: readonly string[],
  by: Pick<Caller, 'name'>,
): Promise<number> {
  const prompt = await promptOf(app, areaId, promptId);
  if (prompt.withdrawnAt !== null) return 0;
  const day = await todayOf(app, areaId);
  return app.db.transaction().execute(async (trx) => {
    await lock(trx, areaId);
    const missing = (await missingOf(trx, areaId, prompt)).filter((id) => unitIds.length === 0 || unitIds.includes(id));
    return remind(trx, app, prompt, missing, { day, step: 'by_hand', byName: by.name });
  });
}

/** The program's own: on the working days before the last permitted day that the area has set, and on the first after it. */
export async function remindOfPrompts(
  app: App,
  areaId: string,
  { messages }: Pick<AreaSettings, 'messages'>,
  calendar: WorkCalendar,
): Promise<number> {
  const day = dateAt(app.now());
  if (!messages.remind || app.now() < instantOf(day, messages.remindAt) || !isWorkingDay(day, calendar).working) return 0;
  const stepOf = ({ dueOn }: Prompt): ReminderStep | null => (dueOn === null ? null : stepReached(dueOn, day, calendar, messages.days));
  const due = (await listPrompts(app.db, areaId)).flatMap((prompt) => {
    const step = prompt.withdrawnAt === null ? stepOf(prompt) : null;
    return step !== null && STEPS.includes(step) ? [{ prompt, step }] : [];
  });
  if (due.length === 0) return 0;
  return app.db.transaction().execute(async (trx) => {
    await lock(trx, areaId);
    let count = 0;
    for (const { prompt, step } of due)
      count += await remind(trx, app, prompt, await missingOf(trx, areaId, prompt), { day, step, byName: BY });
    return count;
  });
}

const lock = (db: Db, areaId: string) => sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${areaId}))`.execute(db);

async function missingOf(db: Db, areaId: string, { id }: Prompt): Promise<string[]> {
  const acts = (await listPromptActs(db, areaId, { promptIds: [id] })).get(id) ?? [];
  const last = new Map(acts.map(({ unitId, act }) => [unitId, act]));
  return ((await unitsAsked(db, areaId, { promptIds: [id] })).get(id) ?? []).filter((unitId) => last.get(unitId) !== 'done');
}

async function remind(
  db: Db,
  app: App,
  prompt: Prompt,
  unitIds: readonly string[],
  { day, step, byName }: Pick<Reminder, 'day' | 'step' | 'byName'>,
): Promise<number> {
  const { areaId } = prompt;
  const at = app.now();
  // The program's steps once for a prompt, a person's once a day.
  const idOf = (unitId: string): string => stableId('reminder', areaId, 'prompt', prompt.id, unitId, step, step === 'by_hand' ? day : '');
  const known = new Set((await listReminders(db, areaId, { unitIds, from: prompt.sentOn, to: day })).map(({ id }) => id));
  const due = unitIds.filter((unitId) => !known.has(idOf(unitId)));
  const units = new Map((await listUnits(db, areaId)).map((unit) => [unit.id, unit]));
  const post = await unitPost(db, areaId);
  for (const unitId of due) {
    const to = post.addresseesOf({ id: unitId, name: units.get(unitId)?.name ?? unitId });
    const id = idOf(unitId);
    const reminder = { areaId, id, unitId, step, day, at, channel: post.waysOf(to), note: reminderNote(prompt), byName };
    await insertReminder(db, { ...reminder, addressee: to.map(({ name }) => name).join('、') }, []);
    const [title, body] = wordsOf(prompt, day);
    const link = promptLink(areaId, prompt.id);
    await writeMessages(db, areaId, { kind: 'prompt', cause: id, title, body, link, urgent: false, confidential: false, at }, to);
  }
  return due.length;
}

function wordsOf({ heading, text, dueOn, sentOn }: Prompt, day: CalendarDate): [string, string] {
  const late = dueOn !== null && dueOn < day;
  const until =
    dueOn === null ? '请抓紧落实。' : `完成时限是${dayWords(dueOn, sentOn)}${late ? '，现已逾期，请立即落实。' : '，请按期完成。'}`;
  return [`${late ? '逾期提醒' : '提醒'}：${heading}`, `${until}\n${text}`];
}
