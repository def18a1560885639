import { stableId } from '../../core/id.ts';
import { anyUser, insertUser } from '../../store/users.ts';
import type { App } from '../open.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

const LOGIN = 'admin';

/** Makes the first administrator where nobody can sign in yet; answers the one-time password, told once and kept nowhere. */
export async function makeFirstAdministrator(app: App): Promise<{ login: string; password: string } | null> {
  if (await anyUser(app.db)) return null;
  const password = oneTimePassword();
  await insertUser(app.db, {
    id: stableId('user', LOGIN),
    areaId: null,
    login: LOGIN,
    name: '系统管理员',
    role: 'office',
    unitId: null,
    post: null,
    fields: [],
    administers: true,
    passwordHash: await hashPassword(password),
    mustChange: true,
    totpSecret: null,
    totpStep: null,
    oidcSubject: null,
    failures: 0,
    lockedUntil: null,
    disabledAt: null,
    createdAt: app.now(),
    createdBy: '程序',
  });
  return { login: LOGIN, password };
}
