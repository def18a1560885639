import { beginSignOn, endSignOn, type SignOnKept } from '../../collect/outgoing/single-sign-on.ts';
import { MingchaError } from '../../core/error.ts';
import { changeUser, findUserBySubject } from '../../store/users.ts';
import type { SignOn } from '../config.ts';
import type { App } from '../open.ts';
import { type Door, openSession } from './sessions.ts';

const BACK = '/api/single-sign-on/back';

/** Leads the browser to the office's single sign-on. */
export const leaveForSignOn = (app: App): Promise<{ address: string; kept: SignOnKept }> => {
  const signOn = configured(app);
  return beginSignOn(signOn, new URL(BACK, signOn.ownAddress).href);
};

/**
 * Opens a session for whom the provider vouches: the user whose number (编号) the administrator has put down.
 * @throws not-signed-in, with the number to tell the administrator where nobody has it.
 */
export async function comeBackFromSignOn(app: App, query: string, kept: SignOnKept, door: Door): Promise<string> {
  const signOn = configured(app);
  const { subject } = await endSignOn(signOn, new URL(`${BACK}${query}`, signOn.ownAddress), kept);
  const user = await findUserBySubject(app.db, subject);
  if (!user || user.disabledAt)
    throw new MingchaError(
      'not-signed-in',
      '统一身份认证已通过，但系统中没有对应的用户。',
      `请把编号 ${subject} 告知管理员，在用户信息中填写。`,
    );
  // Whoever comes this way never needed the one-time password, and one that lies about is a door for others.
  if (user.mustChange) await changeUser(app.db, user.id, { mustChange: false, passwordHash: null });
  return openSession(app, user, door);
}

function configured({ config }: App): SignOn {
  if (config.signOn) return config.signOn;
  throw new MingchaError('not-found', '没有接入统一身份认证。', '请用用户名和密码登录。');
}
