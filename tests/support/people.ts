import type { App } from '../../src/app/open.ts';
import { changeKey, openSession } from '../../src/app/people/sessions.ts';
import { stableId } from '../../src/core/id.ts';
import { findUser, insertUser, type User } from '../../src/store/users.ts';

/** Who signs in in a test; what is left out is that of somebody of the office over every area. */
export type Person = Partial<Pick<User, 'name' | 'role' | 'areaId' | 'unitId' | 'post' | 'fields' | 'administers'>>;

/** Somebody signed in on a server. */
export interface SignedIn {
  user: User;
  token: string;
  /** Like the global one, with session and change key. A path is taken on the server. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
  /** For a browser's context. */
  cookie: { name: string; value: string; url: string };
}

/** Keeps a user straight in the database and opens a session for it, without a password. The same person is the same user. */
export async function signInAs(app: App, url: string, person: Person): Promise<SignedIn> {
  const user = userOf(app, person);
  if (!(await findUser(app.db, user.id))) await insertUser(app.db, user);
  const token = await openSession(app, user, { address: '127.0.0.1', agent: 'test' });
  return {
    user,
    token,
    fetch: (address, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', [headers.get('cookie'), `mingcha=${token}`].filter(Boolean).join('; '));
      headers.set('x-change-key', changeKey(token));
      return fetch(new URL(address, url), { ...init, headers });
    },
    cookie: { name: 'mingcha', value: token, url },
  };
}

export function userOf(app: Pick<App, 'now'>, person: Person): User {
  const { name = '王敏', role = 'office', areaId = null, unitId = null, ...rest } = person;
  const id = stableId('user', name, role, areaId ?? '', unitId ?? '');
  return {
    ...{ id, areaId, login: id, name, role, unitId, post: null, fields: [], administers: false },
    ...{ passwordHash: null, mustChange: false, totpSecret: null, totpStep: null, oidcSubject: null },
    ...{ failures: 0, lockedUntil: null, disabledAt: null, createdAt: app.now(), createdBy: '测试' },
    ...rest,
  };
}
