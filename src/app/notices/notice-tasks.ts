import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { countTasks, listTasks, markTask, type TaskQuery } from '../../store/requirements.ts';
import { addTaskHelper, listTaskHelpers, removeTaskHelper, type TaskKey, taskName } from '../../store/task-helpers.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** Requirements of issued notices for every addressee in the scope; overdue are those whose day is past and that are not done. */
export async function viewTasks(app: App, areaId: string, scope: Scope, query: TaskQuery, span?: { limit: number | null; offset: number }) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const [{ tasks, total }, helpers] = await Promise.all([
    listTasks(app.db, areaId, scope.units, query, today, span),
    listTaskHelpers(app.db, areaId),
  ]);
  return { today, total, rows: tasks.map((task) => shown(task, today, helpers.get(taskName(task)) ?? [])) };
}

/** One page of them, and how many there are, are not done and are late whatever the list is narrowed to. */
export async function viewTaskPage(
  app: App,
  areaId: string,
  scope: Scope,
  { page, size, ...query }: TaskQuery & { page: number; size: number },
) {
  const { today, total, rows } = await viewTasks(app, areaId, scope, query, { limit: size, offset: (page - 1) * size });
  return { today, counts: await countTasks(app.db, areaId, scope.units, today), total, page, size, rows };
}

function shown(
  task: Awaited<ReturnType<typeof listTasks>>['tasks'][number],
  today: CalendarDate,
  helpers: readonly { id: string; name: string }[],
) {
  const { noticeId, title, paragraphId, addressee, heading, text, dueOn, dueProvisional, doneAt, doneBy } = task;
  const overdue = doneAt === null && dueOn !== null && dueOn < today;
  return {
    ...{ noticeId, notice: title, paragraphId, addressee, heading, text, dueOn, provisional: dueProvisional, overdue, doneAt, doneBy },
    helpers: [...helpers],
  };
}

/** The one task of a key, within the scope. Throws 'not-found'. */
async function taskOf(app: App, { areaId, ...key }: TaskKey, scope: Scope) {
  const [task] = (await viewTasks(app, areaId, scope, key)).rows;
  if (task) return task;
  throw noSuchTask();
}

const noSuchTask = (): MingchaError => new MingchaError('not-found', '没有这条要求。', '请刷新页面。');

/** Names the 协助单位 of a requirement, or lets one go. Throws 'not-found' for a requirement or unit that is not there. */
export async function setTaskHelper(
  app: App,
  key: TaskKey,
  { unitId, helps }: { unitId: string; helps: boolean },
  { name: by, scope }: Pick<Caller, 'name' | 'scope'>,
) {
  await taskOf(app, key, scope);
  if (!(await listUnits(app.db, key.areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  await (helps ? addTaskHelper(app.db, key, { unitId, by, at: app.now() }) : removeTaskHelper(app.db, key, unitId));
  return taskOf(app, key, scope);
}

/** Marks a task done or open again. Throws 'not-found'. */
export async function settleTask(app: App, key: TaskKey, done: boolean, { name: by, scope }: Pick<Caller, 'name' | 'scope'>) {
  if (!(await markTask(app.db, key, done ? { at: app.now(), by } : null, scope.units))) throw noSuchTask();
  return taskOf(app, key, scope);
}
