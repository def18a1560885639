import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmtpServer, smtpServer } from '../../../../tests/support/smtp-server.ts';
import { createGuard } from '../../guard/guard.ts';
import type { Letter, WayOut } from '../adapter.ts';
import { adapter } from './email.ts';

const LETTER: Letter = {
  id: 'letter_1',
  addressee: '李四',
  title: '逾期提醒：县水利局',
  text: '栏目超期未更新\n.以点开头的一行',
  link: 'http://mingcha.example/x',
  at: '2024-10-11T01:00:00.000Z',
};

let server: SmtpServer;
let out: WayOut;
beforeAll(async () => {
  server = await smtpServer();
  out = { guard: createGuard({ allowNetworks: ['127.0.0.0/8'] }), hosts: [`127.0.0.1:${server.port}`] };
});
afterAll(() => server.stop());
beforeEach(() => {
  server.taken.length = 0;
  server.refuse = null;
  server.password = null;
});
const mail = (more: object = {}) =>
  adapter.settings.parse({ host: '127.0.0.1', port: server.port, security: 'none', from: 'office@county.example', ...more });
const body = (data: string): string => Buffer.from(data.split('\n\n').slice(1).join('\n\n'), 'base64').toString();

describe('e-mail by SMTP', () => {
  it('reaches the mailbox with subject, words and a Message-ID that stays the same', async () => {
    expect(await adapter.send(mail(), LETTER, 'lisi@county.example', out)).toEqual({ outcome: 'sent' });
    await adapter.send(mail(), LETTER, 'lisi@county.example', out);
    const [first, again] = server.taken;
    expect([first?.from, first?.to]).toEqual(['office@county.example', 'lisi@county.example']);
    const id = /^Message-ID: (.*)$/m;
    expect(id.exec(first?.data ?? '')?.[1]).toBe('<letter_1@county.example>');
    expect(id.exec(again?.data ?? '')?.[1]).toBe('<letter_1@county.example>');
    expect(body(first?.data ?? '')).toContain('.以点开头的一行');
    expect(body(first?.data ?? '')).toContain('在明察中查看：http://mingcha.example/x');
  });

  it('signs in', async () => {
    server.password = '正确';
    expect(await adapter.send(mail({ user: 'u', password: '正确' }), LETTER, 'a@b.example', out)).toEqual({ outcome: 'sent' });
    expect(await adapter.send(mail({ user: 'u', password: '错误' }), LETTER, 'a@b.example', out)).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('用户名或密码'),
    });
  });

  it.each([
    ['550 5.1.1 no such user', 'refused'],
    ['450 4.2.0 greylisted, try later', 'failed'],
  ])('%s is %s', async (reply, outcome) => {
    server.refuse = reply;
    expect(await adapter.send(mail(), LETTER, 'a@b.example', out)).toMatchObject({
      outcome,
      detail: expect.stringContaining(reply.slice(0, 9)),
    });
  });

  it('a server without encryption is refused where encryption is demanded', async () => {
    expect(await adapter.send(mail({ security: 'starttls' }), LETTER, 'a@b.example', out)).toMatchObject({ outcome: 'refused' });
    expect(server.taken).toHaveLength(0);
  });

  it('a title cannot add a header or an addressee', async () => {
    await adapter.send(mail(), { ...LETTER, title: 'x\r\nBcc: evil@bad.example' }, 'a@b.example', out);
    expect(server.taken[0]?.data).not.toMatch(/^Bcc:/m);
    expect(server.taken).toHaveLength(1);
  });

  it.each(['a@b.example\r\nBcc: evil@bad.example', 'a@b.example>\r\nRCPT TO:<evil@bad.example', 'a@b.example, evil@bad.example'])(
    'a mailbox adds neither: %j',
    async (to) => {
      await adapter.send(mail(), LETTER, to, out);
      for (const { data, to: rcpt } of server.taken) {
        expect(data).not.toMatch(/^Bcc:/m);
        expect(rcpt).not.toContain('evil@bad.example');
      }
      expect(server.taken.length).toBeLessThanOrEqual(1);
      expect(() => mail({ from: to })).toThrow();
    },
  );

  it('an inner address, an odd port and a missing mailbox are refused', async () => {
    const closed: WayOut = { guard: createGuard({ allowNetworks: [] }), hosts: [] };
    expect(await adapter.send(mail({ port: 25 }), LETTER, 'a@b.example', closed)).toMatchObject({ outcome: 'failed' });
    await expect(adapter.send(mail({ port: 6379 }), LETTER, 'a@b.example', closed)).rejects.toMatchObject({ code: 'bad-input' });
    expect(await adapter.send(mail(), LETTER, null, out)).toMatchObject({ outcome: 'refused' });
    expect(adapter.settings.safeParse({ host: 'a b', port: 25, security: 'none', from: 'x' }).success).toBe(false);
  });
});
