import { type Selectable, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import type { ReminderStep } from '../ledger/reminder.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Db, Tables } from './schema.ts';

/** One reminder of a unit, whatever number of problems it speaks of. */
export type Reminder = Selectable<Tables['reminder']>;

/** A problem whose next move is the unit's, with its deadline and the steps taken for it. */
export interface DatedProblem {
  id: string;
  unitId: string;
  category: Category;
  text: string;
  placeLabel: string;
  status: ProblemStatus;
  dueOn: CalendarDate;
  dueProvisional: boolean;
  taken: ReminderStep[];
}

/** Problems of an area that wait for their unit and whose last permitted day is not after `until`. */
export async function datedProblems(
  db: Db,
  areaId: string,
  statuses: readonly ProblemStatus[],
  until: CalendarDate,
): Promise<DatedProblem[]> {
  const { rows } = await sql<DatedProblem>`
    select p.id, p.unit_id, p.category, p.text, p.place_label, p.status, p.due_on, p.due_provisional,
      coalesce((
        select array_agg(r.step) from reminder_problem r
        where r.area_id = p.area_id and r.problem_id = p.id and r.due_on = p.due_on and r.step <> 'by_hand'
      ), '{}') as taken
    from problem p
    where p.area_id = ${areaId} and p.status = any(${statuses}::text[]) and p.due_on <= ${until}
    order by p.unit_id, p.due_on, p.id`.execute(db);
  return rows;
}

/** Keeps a reminder with the problems it speaks of. Throws when the same reminder is there. */
export async function insertReminder(
  db: Db,
  reminder: Reminder,
  problems: readonly { problemId: string; dueOn: CalendarDate }[],
): Promise<void> {
  const { areaId, id: reminderId, step } = reminder;
  await db.insertInto('reminder').values(reminder).execute();
  if (problems.length > 0)
    await db
      .insertInto('reminderProblem')
      .values(problems.map((one) => ({ areaId, ...one, step, reminderId })))
      .execute();
}

/** Reminders from one day to another. `unitIds` null: of all units. */
export interface ReminderSpan {
  unitIds: readonly string[] | null;
  from: CalendarDate;
  to: CalendarDate;
}

/** Reminders of an area, the newest first, with how many problems each speaks of; one page of them if asked. */
export async function listReminders(
  db: Db,
  areaId: string,
  span: ReminderSpan,
  page?: { limit: number; offset: number },
): Promise<(Reminder & { problems: number })[]> {
  let query = inSpan(db, areaId, span)
    .selectAll('r')
    .select((eb) =>
      eb
        .selectFrom('reminderProblem as p')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('p.areaId', '=', 'r.areaId')
        .whereRef('p.reminderId', '=', 'r.id')
        .as('problems'),
    )
    .orderBy('r.day', 'desc')
    .orderBy('r.at', 'desc')
    .orderBy('r.unitId')
    .orderBy('r.id');
  if (page) query = query.limit(page.limit).offset(page.offset);
  return (await query.execute()).map((row) => ({ ...row, problems: row.problems ?? 0 }));
}

/** Unit, day and step alone of every reminder of a span, the newest first: what counting by unit needs. */
export async function listReminded(db: Db, areaId: string, span: ReminderSpan): Promise<Pick<Reminder, 'unitId' | 'day' | 'step'>[]> {
  return inSpan(db, areaId, span)
    .select(['r.unitId', 'r.day', 'r.step'])
    .orderBy('r.day', 'desc')
    .orderBy('r.at', 'desc')
    .orderBy('r.unitId')
    .orderBy('r.id')
    .execute();
}

function inSpan(db: Db, areaId: string, { unitIds, from, to }: ReminderSpan) {
  const query = db.selectFrom('reminder as r').where('r.areaId', '=', areaId).where('r.day', '>=', from).where('r.day', '<=', to);
  return unitIds ? query.where('r.unitId', '=', sql<string>`any(${unitIds}::text[])`) : query;
}
