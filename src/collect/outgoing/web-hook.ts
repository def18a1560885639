import { z } from 'zod';
import { MingchaError } from '../../core/error.ts';
import type { WayOut } from './adapter.ts';

/** A robot as an operator fills it in; the address carries the robot's key and is as secret as a password. */
export const robotSettings = z.strictObject({
  address: z.string().trim().min(1, '请填写机器人的 Webhook 地址').max(500, '地址太长'),
  secret: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .default(null)
    .transform((text) => text || null),
});

/**
 * The address of a robot, if it may be called: only the platform's own hosts by HTTPS, or one the operator permits by name.
 * Whoever may fill in an address could otherwise make the server call any machine it reaches (SSRF).
 * @throws bad-input that says which hosts are right.
 */
export function hookAddress(text: string, platform: readonly string[], { guard, hosts }: WayOut): URL {
  const wrong = (message: string): MingchaError =>
    new MingchaError(
      'bad-input',
      message,
      `请从群设置的机器人页面复制地址，应以 https://${platform[0]}/ 开头；用自建转发的，请先在 MINGCHA_MESSAGE_HOSTS 中准许该主机。`,
      { faults: [{ field: 'address', message }] },
    );
  if (!URL.canParse(text)) throw wrong('这不是网址。');
  const url = new URL(text);
  const permitted = hosts.includes(url.host);
  if (!permitted && (url.protocol !== 'https:' || url.port !== '' || !platform.includes(url.hostname)))
    throw wrong(`机器人地址的主机“${url.host}”不在准许之列。`);
  if (!guard.permits(url)) throw wrong(`机器人地址的主机“${url.host}”不能访问。`);
  return url;
}
