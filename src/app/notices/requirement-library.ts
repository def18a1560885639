import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import type { Scope } from '../../core/role.ts';
import type { Deadline } from '../../notice/edits/model.ts';
import { listRequirements, listTasks, markTask, putRequirement, retireRequirement } from '../../store/requirements.ts';
import { addTaskHelper, listTaskHelpers, removeTaskHelper, taskName } from '../../store/task-helpers.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** 工作要求库 of an area, in the order the office keeps it. */
export async function viewRequirements(app: App, areaId: string) {
  await areaOf(app, areaId);
  return (await listRequirements(app.db, areaId)).map(({ id, heading, text, deadline }) => ({ id, heading, text, deadline }));
}

/** Keeps a requirement under its id, or as a new one at the end; the same words twice are one. */
export async function saveRequirement(
  app: App,
  areaId: string,
  wanted: { id: string | null; heading: string; text: string; deadline: Deadline | null },
) {
  await areaOf(app, areaId);
  const known = await listRequirements(app.db, areaId);
  if (wanted.id !== null && !known.some((one) => one.id === wanted.id)) throw noSuchRequirement();
  const id = wanted.id ?? stableId('requirement', areaId, wanted.heading, wanted.text);
  const position = known.find((one) => one.id === id)?.position ?? (known.at(-1)?.position ?? 0) + 1;
  await putRequirement(app.db, { areaId, position, ...wanted, id });
  return viewRequirements(app, areaId);
}

/** Takes a requirement out of the library; notices that hold it keep it. Throws 'not-found'. */
export async function dropRequirement(app: App, areaId: string, id: string) {
  if (!(await retireRequirement(app.db, areaId, id, app.now()))) throw noSuchRequirement();
  return viewRequirements(app, areaId);
}

const noSuchRequirement = (): MingchaError => new MingchaError('not-found', '工作要求库里没有这一条。', '请刷新页面。');

/** Requirements of issued notices for every addressee in the scope; overdue are those whose day is past and that are not done. */
export async function viewTasks(app: App, areaId: string, scope: Scope) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const [tasks, helpers] = await Promise.all([listTasks(app.db, areaId, scope.units), listTaskHelpers(app.db, areaId)]);
  return tasks.map((task) => ({
    noticeId: task.noticeId,
    notice: task.title,
    paragraphId: task.paragraphId,
    addressee: task.addressee,
    heading: task.heading,
    text: task.text,
    dueOn: task.dueOn,
    provisional: task.dueProvisional,
    overdue: task.doneAt === null && task.dueOn !== null && task.dueOn < today,
    doneAt: task.doneAt,
    doneBy: task.doneBy,
    helpers: helpers.get(taskName(task)) ?? [],
  }));
}

/** Names the 协助单位 of a requirement, or lets one go. Throws 'not-found' for a requirement or unit that is not there. */
export async function setTaskHelper(
  app: App,
  key: { areaId: string; noticeId: string; paragraphId: string; addressee: string },
  { unitId, helps }: { unitId: string; helps: boolean },
  { name: by, scope }: Pick<Caller, 'name' | 'scope'>,
) {
  const tasks = await viewTasks(app, key.areaId, scope);
  if (!tasks.some((task) => taskName(task) === taskName(key))) throw new MingchaError('not-found', '没有这条要求。', '请刷新页面。');
  if (!(await listUnits(app.db, key.areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  await (helps ? addTaskHelper(app.db, key, { unitId, by, at: app.now() }) : removeTaskHelper(app.db, key, unitId));
  return viewTasks(app, key.areaId, scope);
}

/** Marks a task done or open again. Throws 'not-found'. */
export async function settleTask(
  app: App,
  key: { areaId: string; noticeId: string; paragraphId: string; addressee: string },
  done: boolean,
  { name: by, scope }: Pick<Caller, 'name' | 'scope'>,
) {
  if (!(await markTask(app.db, key, done ? { at: app.now(), by } : null, scope.units)))
    throw new MingchaError('not-found', '没有这条要求。', '请刷新页面。');
  return viewTasks(app, key.areaId, scope);
}
