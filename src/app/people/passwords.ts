import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { MingchaError } from '../../core/error.ts';

const LEAST = 10;
const MOST = 200;
/** Letters and digits that nobody mistakes for another when reading them off a screen. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const ONE_TIME_GROUPS = 4;
const GROUP = 4;

/** Hash of a password (argon2id with the library's parameters, salt inside). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * Whether a password is the one of a hash. Without a hash (no such user, single sign-on only) the same work is done for nothing, so
 * that the time taken tells nobody which logins there are.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  idle ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await idle), password);
  return right && passwordHash !== null;
}
let idle: Promise<string> | undefined;

/** A password to be used once and changed then: four groups of letters and digits, 79 bits. */
export function oneTimePassword(): string {
  const letter = (): string => READABLE[randomInt(READABLE.length)] as string;
  return Array.from({ length: ONE_TIME_GROUPS }, () => Array.from({ length: GROUP }, letter).join('')).join('-');
}

/** @throws bad-input when a new password is too short, too plain, or holds the login. */
export function checkNewPassword(password: string, login: string): void {
  const fault = faultOf(password, login);
  if (fault)
    throw new MingchaError('bad-input', `新密码不能用：${fault}。`, `请换一个至少 ${LEAST} 位、同时含有字母和数字（或符号）的密码。`);
}

function faultOf(password: string, login: string): string | null {
  if ([...password].length < LEAST) return `不足 ${LEAST} 位`;
  if ([...password].length > MOST) return `超过 ${MOST} 位`;
  if (new Set(password).size < LEAST / 2) return '重复的字符太多';
  if (password.toLowerCase().includes(login.toLowerCase())) return '含有用户名';
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return kinds < 2 ? '只有一种字符' : null;
}
