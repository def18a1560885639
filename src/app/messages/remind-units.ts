import { sql } from 'kysely';
import { groupBy } from '../../checks/lib/group-by.ts';
import { CATEGORIES } from '../../core/category.ts';
import { type CalendarDate, chineseDate, dateAt, instantOf } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { nextStep, REMINDER_STEPS, type ReminderStep } from '../../ledger/reminder.ts';
import { PROBLEM_STATUS_CODES, waitsForUnit } from '../../ledger/status.ts';
import { type DatedProblem, datedProblems, insertReminder } from '../../store/reminders.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import type { AreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { unitPost } from './unit-post.ts';
import { OFFICE, writeMessages } from './write-messages.ts';

const WAITING = PROBLEM_STATUS_CODES.filter(waitsForUnit);
/** Problems spelled out in one message; the rest are counted. */
const SPELLED_OUT = 20;
/** In whose name the program reminds. */
const BY = '明察（到期自动提醒）';
/** First key of the advisory lock of an area that is being reminded. */
const LOCK = 1_900;

/** What a unit is to do at each step, as it reads it. */
const ASKS: Readonly<Record<ReminderStep, string>> = {
  due_soon: '下列问题的整改期限即将届满，请按期完成整改并反馈。',
  overdue: '下列问题已超过整改期限，请立即整改并反馈。',
  letter: '下列问题逾期仍未整改，现予督办。请说明原因，明确完成时间，立即整改。',
  notice: '下列问题经提醒、督办仍未整改，拟列入通报。请立即整改并书面说明情况。',
};

/**
 * Reminds the units of an area whose deadlines have reached a step: before the limit, and one, three and five working days
 * after it, each once for a deadline (seeds P11, P16). One message for all problems of a unit at the same step. On working
 * days from the set time on. Answers how many reminders went out.
 */
export async function remindUnits(
  app: App,
  areaId: string,
  { messages }: Pick<AreaSettings, 'messages'>,
  calendar: WorkCalendar,
): Promise<number> {
  const at = app.now();
  const day = dateAt(at);
  if (!messages.remind || at < instantOf(day, messages.remindAt) || !isWorkingDay(day, calendar).working) return 0;
  const { dueSoon } = messages.days;
  const until = dueSoon === 0 ? day : addWorkingDays(day, dueSoon, calendar).day;
  if ((await stepsOf(app.db, areaId, { day, until }, calendar, messages.days)).size === 0) return 0;
  return app.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${areaId}))`.execute(trx);
    // Asked again under the lock: another scheduler may just have taken the same steps.
    const steps = await stepsOf(trx, areaId, { day, until }, calendar, messages.days);
    const units = new Map((await listUnits(trx, areaId)).map(({ id, name }) => [id, name]));
    const post = await unitPost(trx, areaId);
    for (const [, of] of steps) {
      const [{ unitId }, step] = [of[0] as DatedProblem, of[0]?.step as ReminderStep];
      const unit = units.get(unitId) ?? unitId;
      const to = post.addresseesOf({ id: unitId, name: unit });
      const id = stableId('reminder', areaId, unitId, step, day, ...of.map((problem) => problem.id));
      const reminder = { areaId, id, unitId, step, day, at, channel: post.waysOf(to), note: null, byName: BY };
      await insertReminder(
        trx,
        { ...reminder, addressee: to.map(({ name }) => name).join('、') },
        of.map((problem) => ({ problemId: problem.id, dueOn: problem.dueOn })),
      );
      const draft = {
        kind: step,
        cause: id,
        confidential: false,
        urgent: false,
        at,
        link: `/areas/${areaId}/ledger?unit=${unitId}`,
      } as const;
      // From the supervision letter on the office learns of it as well.
      const copies = step === 'letter' || step === 'notice' ? [{ name: OFFICE, unitId }] : [];
      await writeMessages(trx, areaId, { ...draft, title: titleOf(step, unit, of.length), body: bodyOf(step, unit, of) }, [
        ...to,
        ...copies,
      ]);
    }
    return steps.size;
  });
}

type Stepped = DatedProblem & { step: ReminderStep };

/** Problems with a step to be taken now, by unit and step. */
async function stepsOf(
  db: Db,
  areaId: string,
  { day, until }: { day: CalendarDate; until: CalendarDate },
  calendar: WorkCalendar,
  days: AreaSettings['messages']['days'],
): Promise<Map<string, Stepped[]>> {
  const stepped = (await datedProblems(db, areaId, WAITING, until)).flatMap((problem): Stepped[] => {
    const step = nextStep({ status: problem.status, due: problem.dueOn }, problem.taken, day, calendar, days);
    return step === null ? [] : [{ ...problem, step }];
  });
  return groupBy(stepped, ({ unitId, step }) => `${unitId} ${step}`);
}

const titleOf = (step: ReminderStep, unit: string, count: number): string => `${REMINDER_STEPS[step]}：${unit}，${count}个问题`;

function bodyOf(step: ReminderStep, unit: string, problems: readonly Stepped[]): string {
  const lines = problems.slice(0, SPELLED_OUT).map(({ category, placeLabel, dueOn, dueProvisional }, i) => {
    const until = `${chineseDate(dueOn)}${dueProvisional ? '（放假安排未公布，暂定）' : ''}`;
    // It may go out by any way: what only the closed list may know stays inside (seeds S04).
    const what = CONFIDENTIAL.includes(category) ? '一个须立即处置的问题（请登录查看）' : `${CATEGORIES[category]}：${placeLabel}`;
    return `${i + 1}. ${what}，整改期限${until}`;
  });
  const more = problems.length > SPELLED_OUT ? [`等共 ${problems.length} 个问题，其余见问题台账。`] : [];
  return [`${unit}：`, ASKS[step], ...lines, ...more].join('\n');
}
