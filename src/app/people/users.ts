import { randomBytes } from 'node:crypto';
import { CATEGORIES, type Category } from '../../core/category.ts';
import { MingchaError } from '../../core/error.ts';
import { USER_ROLES, type UserRole } from '../../core/role.ts';
import { listAreas } from '../../store/areas.ts';
import { endSessions } from '../../store/sessions.ts';
import { listUnits } from '../../store/units.ts';
import { changeUser, findUser, findUserByLogin, insertUser, listUsers, type User } from '../../store/users.ts';
import type { App } from '../open.ts';
import type { Caller } from './caller.ts';
import { areasOf } from './callers.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/** What an administrator says of a user. */
export interface UserWish {
  login: string;
  name: string;
  role: UserRole;
  areaId: string | null;
  unitId: string | null;
  post: User['post'];
  fields: readonly Category[];
  administers: boolean;
  oidcSubject: string | null;
}

/** Users the caller keeps, with names put to their codes. */
export async function viewUsers(app: App, caller: Caller) {
  const areas = await areasOf(app, caller);
  const users = await listUsers(app.db, areas && [...areas]);
  const areaNames = new Map((await listAreas(app.db)).map(({ id, name }) => [id, name]));
  const unitNames = new Map(
    (await Promise.all([...new Set(users.flatMap(({ areaId }) => areaId ?? []))].map((id) => listUnits(app.db, id))))
      .flat()
      .map(({ id, name }) => [id, name]),
  );
  return users.map((user) => ({
    ...{ id: user.id, login: user.login, name: user.name, role: user.role, roleName: USER_ROLES[user.role], post: user.post },
    ...{ areaId: user.areaId, areaName: user.areaId === null ? null : (areaNames.get(user.areaId) ?? null) },
    ...{ unitId: user.unitId, unitName: user.unitId === null ? null : (unitNames.get(user.unitId) ?? null) },
    ...{ fields: user.fields, administers: user.administers, oidcSubject: user.oidcSubject, mustChange: user.mustChange },
    secondFactor: user.totpSecret !== null,
    locked: user.lockedUntil !== null && user.lockedUntil > app.now(),
    ...{ disabledAt: user.disabledAt, createdAt: user.createdAt, createdBy: user.createdBy },
  }));
}

/** A new user with a one-time password, told once. @throws bad-input, conflict. */
export async function addUser(app: App, caller: Caller, wish: UserWish): Promise<{ id: string; password: string }> {
  await checkWish(app, caller, wish, null);
  const password = oneTimePassword();
  const user = newUser(app, caller, wish, await hashPassword(password));
  await insertUser(app.db, user);
  return { id: user.id, password };
}

export function newUser(app: App, caller: Pick<Caller, 'name'>, wish: UserWish, passwordHash: string): User {
  return {
    id: `user_${randomBytes(10).toString('hex')}`,
    ...wish,
    fields: [...wish.fields],
    ...{ passwordHash, mustChange: true, totpSecret: null, totpStep: null, failures: 0, lockedUntil: null, disabledAt: null },
    ...{ createdAt: app.now(), createdBy: caller.name },
  };
}

/** Changes what a user is; whoever's rights change signs in again. */
export async function saveUser(app: App, caller: Caller, id: string, wish: UserWish): Promise<void> {
  const user = await keptUser(app, caller, id);
  await checkWish(app, caller, wish, user);
  if (user.id === caller.userId && !wish.administers)
    throw new MingchaError('refused', '不能取消自己的管理员权限。', '请由另一位管理员办理，以免没有人能管理用户。');
  await changeUser(app.db, id, { ...wish, fields: [...wish.fields] });
  const rights = ({ role, areaId, unitId, administers, fields }: Pick<UserWish, 'role' | 'areaId' | 'unitId' | 'administers' | 'fields'>) =>
    JSON.stringify([role, areaId, unitId, administers, fields]);
  if (user.id !== caller.userId && rights(user) !== rights(wish)) await endSessions(app.db, id, app.now());
}

/** A new one-time password for who forgot it; the second factor goes too, and every session ends. */
export async function resetUser(app: App, caller: Caller, id: string): Promise<{ password: string }> {
  await keptUser(app, caller, id);
  const password = oneTimePassword();
  await changeUser(app.db, id, {
    ...{ passwordHash: await hashPassword(password), mustChange: true, failures: 0, lockedUntil: null },
    ...{ totpSecret: null, totpStep: null },
  });
  await endSessions(app.db, id, app.now());
  return { password };
}

/** 停用或恢复: who has left can sign in no more; nothing of what was done is touched. */
export async function setDisabled(app: App, caller: Caller, id: string, disabled: boolean): Promise<void> {
  const user = await keptUser(app, caller, id);
  if (user.id === caller.userId) throw new MingchaError('refused', '不能停用自己。', '请由另一位管理员办理。');
  if (!disabled && (await isNameTaken(app, user, id))) throw nameTaken(user.name);
  await changeUser(app.db, id, { disabledAt: disabled ? app.now() : null });
  if (disabled) await endSessions(app.db, id, app.now());
}

/** A user the caller keeps. @throws not-found for any other, whether there is one or not. */
export async function keptUser(app: App, caller: Caller, id: string): Promise<User> {
  const user = await findUser(app.db, id);
  const areas = await areasOf(app, caller);
  if (user && (areas === null || (user.areaId !== null && areas.has(user.areaId)))) return user;
  throw new MingchaError('not-found', '没有这个用户。', '请从用户列表进入。');
}

async function checkWish(app: App, caller: Caller, wish: UserWish, user: User | null): Promise<void> {
  const fault = await faultOf(app, caller, wish);
  if (fault) throw new MingchaError('bad-input', `用户“${wish.login}”没有保存：${fault}。`, '请改正后重新保存。');
  const same = await findUserByLogin(app.db, wish.login);
  if (same && same.id !== user?.id) throw new MingchaError('conflict', `用户名“${wish.login}”已经有人用了。`, '请换一个用户名。');
  if (await isNameTaken(app, wish, user?.id ?? null)) throw nameTaken(wish.name);
}

/** Messages are kept under names: two people of one name who look at the same area would read each other's. */
export async function isNameTaken(app: App, { name, areaId }: Pick<UserWish, 'name' | 'areaId'>, id: string | null): Promise<boolean> {
  const near = await areasAround(app, areaId);
  return (await listUsers(app.db, null)).some(
    (other) => other.id !== id && other.name === name && !other.disabledAt && (other.areaId === null || near(other.areaId)),
  );
}

const nameTaken = (name: string): MingchaError =>
  new MingchaError('conflict', `本地区（含上下级）已有一位“${name}”。`, '请在姓名后加以区分，例如写明单位或职务。');

/** Tells the area itself, those above and those below; of the whole installation, every area. */
async function areasAround(app: App, areaId: string | null): Promise<(other: string) => boolean> {
  if (areaId === null) return () => true;
  const parents = new Map((await listAreas(app.db)).map(({ id, parentId }) => [id, parentId]));
  const above = (id: string): string[] => {
    const parent = parents.get(id) ?? null;
    return parent === null ? [id] : [id, ...above(parent)];
  };
  return (other) => above(areaId).includes(other) || above(other).includes(areaId);
}

const OFFICES: readonly string[] = Object.values(USER_ROLES);

/** What is wrong with a wish, in words; null when nothing is. */
export async function faultOf(app: App, caller: Caller, wish: UserWish): Promise<string | null> {
  const areas = await areasOf(app, caller);
  if (wish.areaId === null ? areas !== null : areas !== null && !areas.has(wish.areaId)) return '所在地区不在您管理的范围内';
  // The inbox of the office, and of a unit, is kept under its name.
  const units = wish.areaId === null ? [] : await listUnits(app.db, wish.areaId);
  if (OFFICES.includes(wish.name) || units.some(({ name }) => name === wish.name)) return '姓名不能与部门或单位同名';
  if (wish.role === 'unit' && wish.unitId === null) return '责任单位的用户须选择单位';
  if (wish.role !== 'unit' && wish.post !== null) return '只有责任单位的用户才填写责任人或副手';
  if (wish.role !== 'bureau' && wish.fields.length > 0) return '只有行政审批局的用户才选择负责的问题类别';
  if (wish.fields.some((field) => !(field in CATEGORIES))) return '负责的问题类别不对';
  if (wish.areaId === null && !['office', 'centre', 'reader'].includes(wish.role)) return `${USER_ROLES[wish.role]}的用户须选择所在地区`;
  if (wish.unitId === null) return null;
  if (wish.areaId === null) return '选择单位时须同时选择所在地区';
  return units.some(({ id }) => id === wish.unitId) ? null : '所选地区没有这个单位';
}
