import { MingchaError } from '../../core/error.ts';
import { endSessions } from '../../store/sessions.ts';
import { changeUser, claimTry, findUser, findUserByLogin, giveTryBack, type User } from '../../store/users.ts';
import type { App } from '../open.ts';
import { checkNewPassword, hashPassword, isPassword } from './passwords.ts';
import { takeCode } from './second-factor.ts';
import { closeSession, type Door, openSession } from './sessions.ts';

/** Failures in a row after which a user is locked, and for how long. */
const FAILURES = 5;
const LOCK_MINUTES = 15;

/** A session was opened; `pending` = the second factor is still owed. */
export interface SignedIn {
  token: string;
  pending: boolean;
}

/**
 * Signs in by password. One message for a wrong login, a wrong password and a disabled user.
 * @throws not-signed-in when refused, with the lock told once it is there.
 */
export async function signIn(app: App, login: string, password: string, door: Door): Promise<SignedIn> {
  const user = await findUserByLogin(app.db, login);
  const counted = user === null || (await mayTry(app, user.id));
  const right = await isPassword(user?.passwordHash ?? null, password);
  if (!counted) throw refuseLocked();
  if (!user || !right || user.disabledAt)
    throw new MingchaError(
      'not-signed-in',
      '用户名或密码不对。',
      `请重新输入；连续 ${FAILURES} 次不对将锁定 ${LOCK_MINUTES} 分钟。忘记密码请找管理员重置。`,
    );
  const pending = user.totpSecret !== null;
  // Wrong codes stay counted until a right one: the password alone does not begin the count anew.
  await (pending ? giveTryBack(app.db, user.id) : clear(app, user.id));
  return { token: await openSession(app, user, door, pending), pending };
}

/** Ends the pending session and opens a full one when the code is right. Wrong codes count like wrong passwords. */
export async function giveCode(app: App, userId: string, token: string | null, code: string, door: Door): Promise<SignedIn> {
  const user = await findUser(app.db, userId);
  if (!user || !(await mayTry(app, userId))) throw refuseLocked();
  if (!(await takeCode(app, user, code)))
    throw new MingchaError('not-signed-in', '动态口令不对或已用过。', '请等应用显示下一个 6 位数字后再输入。');
  await closeSession(app, token);
  await clear(app, userId);
  return { token: await openSession(app, user, door), pending: false };
}

/** A new password by who knows the old one; every other session of that user ends, and this one gets a new token. */
export async function changePassword(app: App, userId: string, before: string, after: string, door: Door): Promise<SignedIn> {
  const user = await checkOwnPassword(app, userId, before, {
    message: '原密码不对。',
    next: '请重新输入原密码；首次登录时，原密码是一次性密码。',
  });
  checkNewPassword(after, user.login);
  if (before === after) throw new MingchaError('bad-input', '新密码与原密码相同。', '请换一个不同的密码。');
  await changeUser(app.db, userId, { passwordHash: await hashPassword(after), mustChange: false, failures: 0, lockedUntil: null });
  await endSessions(app.db, userId, app.now());
  return { token: await openSession(app, user, door), pending: false };
}

/**
 * The user, whose password was given once more by whoever sits there. Wrong ones count like those at the door.
 * @throws not-signed-in while locked, bad-input in the given words.
 */
export async function checkOwnPassword(
  app: App,
  userId: string,
  password: string,
  wrong: { message: string; next: string },
): Promise<User> {
  const user = await findUser(app.db, userId);
  if (!user || !(await mayTry(app, userId))) throw refuseLocked();
  if (!(await isPassword(user.passwordHash, password))) throw new MingchaError('bad-input', wrong.message, wrong.next);
  await giveTryBack(app.db, userId);
  return user;
}

/** Counts a try; false when there were too many. */
const mayTry = (app: App, userId: string): Promise<boolean> =>
  claimTry(app.db, userId, FAILURES, { now: app.now(), until: new Date(Date.parse(app.now()) + LOCK_MINUTES * 60_000).toISOString() });

const clear = (app: App, userId: string): Promise<void> => changeUser(app.db, userId, { failures: 0, lockedUntil: null });

const refuseLocked = (): MingchaError =>
  new MingchaError('not-signed-in', '登录失败次数太多，该用户已暂时锁定。', `请 ${LOCK_MINUTES} 分钟后再试，或请管理员重置密码。`);
