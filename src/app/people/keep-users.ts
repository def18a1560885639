import { MingchaError } from '../../core/error.ts';
import { USER_ROLES } from '../../core/role.ts';
import { endSessions } from '../../store/sessions.ts';
import { changeUser, findUserByLogin, listUsers } from '../../store/users.ts';
import type { Config } from '../config.ts';
import { withApp } from '../open.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/** One user as the terminal lists it. */
export interface UserLine {
  login: string;
  name: string;
  roleName: string;
  administers: boolean;
  state: '正常' | '已停用' | '未首次登录';
}

/** Every user of the installation: for who has the machine and cannot sign in. */
export const listAllUsers = (config: Config): Promise<UserLine[]> =>
  withApp(config, async (app) =>
    (await listUsers(app.db, null)).map(({ login, name, role, administers, disabledAt, mustChange }) => ({
      ...{ login, name, roleName: USER_ROLES[role], administers },
      state: disabledAt ? '已停用' : mustChange ? '未首次登录' : '正常',
    })),
  );

/** A one-time password for a user, told once; lock and second factor go, every session ends. Throws 'not-found' with the logins there are. */
export const resetFromTerminal = (config: Config, login: string): Promise<string> =>
  withApp(config, async (app) => {
    const user = await findUserByLogin(app.db, login);
    if (!user) throw new MingchaError('not-found', `没有用户名为“${login}”的用户。`, '请用 mingcha user 查看全部用户。');
    const password = oneTimePassword();
    await changeUser(app.db, user.id, {
      ...{ passwordHash: await hashPassword(password), mustChange: true, failures: 0, lockedUntil: null },
      ...{ totpSecret: null, totpStep: null, disabledAt: null },
    });
    await endSessions(app.db, user.id, app.now());
    return password;
  });
