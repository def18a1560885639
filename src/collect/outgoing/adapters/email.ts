import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MingchaError } from '../../../core/error.ts';
import type { Guard } from '../../guard/guard.ts';
import { type Answer, defineAdapter } from '../adapter.ts';

/** Ports that take mail; any other must be permitted by the operator, or the server could be made to knock at doors (SSRF). */
const PORTS = [25, 465, 587, 994, 2525];
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

const settings = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1, '请填写发件服务器')
    .max(253)
    .regex(/^[\w.:-]+$/, '发件服务器应为主机名，如 smtp.example.com'),
  port: z.int('端口应为整数').min(1).max(65_535),
  /** `tls`: from the first byte (465). `starttls`: demanded after the greeting. `none`: an inner network only. */
  security: z.enum(['tls', 'starttls', 'none']),
  from: z.email('发件人应为邮箱地址'),
  user: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .default(null)
    .transform((text) => text || null),
  password: z
    .string()
    .max(200)
    .nullable()
    .default(null)
    .transform((text) => text || null),
});
type Settings = z.output<typeof settings>;

/** 电子邮件 by SMTP. The same letter keeps its Message-ID, so a second attempt is known for what it is. */
export const adapter = defineAdapter<Settings>({
  kind: 'email',
  settings: settings as z.ZodType<Settings>,
  secrets: ['password'],
  group: false,
  perMinute: null,
  check(mail, out) {
    if (!PORTS.includes(mail.port) && !out.hosts.includes(`${mail.host}:${mail.port}`)) throw wrongPort(mail);
  },
  async send(mail, letter, to, out) {
    if (to === null) return { outcome: 'refused', detail: '收件人没有填写邮箱地址' };
    adapter.check(mail, out);
    const address = await resolve(mail.host, out.guard);
    if (address === null) return { outcome: 'failed', detail: `找不到或不能访问发件服务器“${mail.host}”` };
    const { security, user, password } = mail;
    const transport = createTransport({
      host: address,
      port: mail.port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: isIP(mail.host) ? {} : { servername: mail.host },
      ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: '明察', address: mail.from },
        to: { name: '', address: to },
        subject: letter.title,
        text: letter.link === null ? letter.text : `${letter.text}\n\n在明察中查看：${letter.link}`,
        textEncoding: 'base64',
        messageId: `<${letter.id}@${mail.from.split('@')[1]}>`,
        date: new Date(letter.at),
      });
      return { outcome: 'sent' };
    } catch (error) {
      return answerOf(error as { code?: string; responseCode?: number; response?: string });
    } finally {
      transport.close();
    }
  },
});

/** The address that was judged is the one connected to. */
function resolve(host: string, guard: Guard): Promise<string | null> {
  if (isIP(host) !== 0) return Promise.resolve(guard.permitsAddress(host) ? host : null);
  return new Promise((done) => {
    guard.lookup(host, {}, (error, address) => done(error || typeof address !== 'string' || address === '' ? null : address));
  });
}

/** A reply of 5xx is final (RFC 5321, 4.2.1), and so is a sign-in that was turned down; everything else may pass. */
function answerOf({ code, responseCode, response }: { code?: string; responseCode?: number; response?: string }): Answer {
  const said = response ? `：${response.slice(0, 120)}` : `（${code ?? 'UNKNOWN'}）`;
  if (code === 'EAUTH') return { outcome: 'refused', detail: `发件服务器不接受用户名或密码${said}` };
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', detail: `发件服务器拒收${said}` };
  return { outcome: 'failed', detail: `没有发出${said}` };
}

const wrongPort = ({ host, port }: Settings): MingchaError =>
  new MingchaError(
    'bad-input',
    `发件服务器的端口 ${port} 不是常用的发信端口。`,
    `请改为 ${PORTS.join('、')} 之一；确需使用的，请先在 MINGCHA_MESSAGE_HOSTS 中准许 ${host}:${port}。`,
  );
