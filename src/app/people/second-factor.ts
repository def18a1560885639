import { Secret, TOTP } from 'otpauth';
import { MingchaError } from '../../core/error.ts';
import { changeUser, takeTotpStep, type User } from '../../store/users.ts';
import type { App } from '../open.ts';
import { totpPlace } from '../secrets/kept-secrets.ts';
import { openSecret, sealSecret } from '../secrets/secrets.ts';

const PERIOD_S = 30;
/** Clocks of phones may be one step off. */
const WINDOW = 1;

const totp = (user: Pick<User, 'login'>, secret: string): TOTP =>
  new TOTP({ issuer: '明察', label: user.login, secret: Secret.fromBase32(secret), period: PERIOD_S });

/** A secret to scan (otpauth address); it holds once a code of it was given. */
export function newSecondFactor(user: Pick<User, 'login'>): { secret: string; address: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, address: totp(user, secret).toString() };
}

/** The time step a code belongs to; null when it is none of now. */
function stepOf(app: App, user: Pick<User, 'login'>, secret: string, code: string): number | null {
  const timestamp = Date.parse(app.now());
  const delta = totp(user, secret).validate({ token: code.replace(/\s/g, ''), timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

/** Whether the code is right, taken once only: a code that was looked at over a shoulder opens nothing. */
export async function takeCode(app: App, user: Pick<User, 'id' | 'login' | 'totpSecret'>, code: string): Promise<boolean> {
  if (user.totpSecret === null) return false;
  const step = stepOf(app, user, await openSecret(app, totpPlace(user.id), user.totpSecret), code);
  return step !== null && (await takeTotpStep(app.db, user.id, step));
}

/** Turns the second factor on. @throws bad-input when the code is not of the secret. */
export async function turnOn(app: App, user: Pick<User, 'id' | 'login'>, secret: string, code: string): Promise<void> {
  const step = stepOf(app, user, secret, code);
  if (step === null) throw new MingchaError('bad-input', '动态口令不对。', '请核对手机时间，输入应用当前显示的 6 位数字。');
  await changeUser(app.db, user.id, { totpSecret: await sealSecret(app, totpPlace(user.id), secret), totpStep: step });
}

export const turnOff = (app: App, userId: string): Promise<void> => changeUser(app.db, userId, { totpSecret: null, totpStep: null });
