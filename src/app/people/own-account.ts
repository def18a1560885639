import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { endSessions, listSessions } from '../../store/sessions.ts';
import { findUser } from '../../store/users.ts';
import type { App } from '../open.ts';
import type { Caller } from './caller.ts';
import { newSecondFactor, turnOff, turnOn } from './second-factor.ts';
import { checkOwnPassword } from './sign-in.ts';

/** Sessions of the caller's own, told by the beginning of their hash: enough to name one, too little to open it. */
const NAME_LENGTH = 16;

/** The caller's own sessions; `current` is the one that asks. */
export async function viewSessions(app: App, { userId, token }: Caller) {
  const own = token === null ? '' : sha256(token);
  return (await listSessions(app.db, userId, app.now())).map(({ tokenHash, createdAt, seenAt, address, agent }) => ({
    id: tokenHash.slice(0, NAME_LENGTH),
    ...{ createdAt, seenAt, address, agent },
    current: tokenHash === own,
  }));
}

/** Ends one of the caller's other sessions, or all of them (`id` null). */
export async function endOthers(app: App, caller: Caller, id: string | null): Promise<void> {
  const own = caller.token === null ? '' : sha256(caller.token);
  const at = app.now();
  if (id === null) return endSessions(app.db, caller.userId, at, { except: own });
  const found = (await listSessions(app.db, caller.userId, at)).find(({ tokenHash }) => tokenHash.startsWith(id));
  if (!found) throw new MingchaError('not-found', '没有这个登录。', '它可能已经退出，请刷新页面。');
  return endSessions(app.db, caller.userId, at, { only: found.tokenHash });
}

/** A secret for the phone; nothing is kept before a code of it was given. */
export async function beginSecondFactor(app: App, caller: Caller) {
  return newSecondFactor(await self(app, caller));
}

/** @throws conflict while one is on: whoever finds an open screen could put the own phone in its place. */
export async function setSecondFactor(app: App, caller: Caller, secret: string, code: string): Promise<void> {
  const user = await self(app, caller);
  if (user.totpSecret !== null) throw new MingchaError('conflict', '动态口令已经启用。', '要换手机，请先用密码停用，再重新启用。');
  await turnOn(app, user, secret, code);
  await endSessions(app.db, caller.userId, app.now(), caller.token === null ? {} : { except: sha256(caller.token) });
}

/** Turned off by who knows the password: an open screen is not enough. */
export async function dropSecondFactor(app: App, caller: Caller, password: string): Promise<void> {
  await checkOwnPassword(app, caller.userId, password, { message: '密码不对。', next: '请重新输入登录密码。' });
  await turnOff(app, caller.userId);
}

async function self(app: App, { userId }: Caller) {
  const user = await findUser(app.db, userId);
  if (!user) throw new MingchaError('not-signed-in', '请先登录。', '登录后再设置。');
  return user;
}
