import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RobotServer, robotServer } from '../../../../tests/support/robot-server.ts';
import { createGuard } from '../../guard/guard.ts';
import type { Letter, WayOut } from '../adapter.ts';
import { adapter as dingtalk } from './dingtalk.ts';
import { adapter as feishu } from './feishu.ts';
import { adapter as wecom } from './wecom.ts';

const AT = '2024-10-11T01:00:00.000Z';
const LETTER: Letter = {
  id: 'letter_1',
  addressee: '县水利局',
  title: '逾期提醒',
  text: '1. 栏目超期未更新\n第二行',
  link: 'http://mingcha.example/areas/a/ledger?q=(1)',
  at: AT,
};

let server: RobotServer;
let out: WayOut;
beforeAll(async () => {
  server = await robotServer();
  out = { guard: createGuard({ allowNetworks: ['127.0.0.0/8'] }), hosts: [server.host] };
});
afterAll(() => server.stop());
beforeEach(() => {
  server.calls.length = 0;
  server.answers.length = 0;
});
const address = (): string => `http://${server.host}/hook?key=k&access_token=t`;
const robots = { wecom, dingtalk, feishu };

describe('企业微信', () => {
  it('sends markdown in the documented form', async () => {
    expect(await wecom.send({ address: address(), secret: null }, LETTER, null, out)).toEqual({ outcome: 'sent' });
    const [call] = server.calls;
    expect([call?.path, call?.query.get('key')]).toEqual(['/hook', 'k']);
    expect(call?.body).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.stringContaining('**逾期提醒**\n致：县水利局') } });
    expect(JSON.stringify(call?.body)).toContain('[在明察中查看](http://mingcha.example/areas/a/ledger?q=(1%29)');
  });

  it('stays within 4096 bytes, whole letters, and says that there is more', async () => {
    await wecom.send({ address: address(), secret: null }, { ...LETTER, text: '县'.repeat(4000) }, null, out);
    const content = String((server.calls[0]?.body.markdown as { content?: string } | undefined)?.content);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(content).toContain('县\n……（全文请在明察中查看）');
    expect(content).not.toContain('\ufffd');
  });
});

describe('钉钉', () => {
  const secret = 'SECxyz';
  it('signs the moment of sending', async () => {
    expect(await dingtalk.send({ address: address(), secret }, LETTER, null, out)).toEqual({ outcome: 'sent' });
    const { query, body } = server.calls[0] ?? { query: new URLSearchParams(), body: {} };
    const timestamp = String(Date.parse(AT));
    expect(query.get('access_token')).toBe('t');
    expect(query.get('timestamp')).toBe(timestamp);
    expect(query.get('sign')).toBe(createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    expect(body).toMatchObject({ msgtype: 'markdown', markdown: { title: '逾期提醒' } });
  });
  it('without a secret there is no signature', async () => {
    await dingtalk.send({ address: address(), secret: null }, LETTER, null, out);
    expect(server.calls[0]?.query.has('sign')).toBe(false);
  });
});

describe('飞书', () => {
  it('carries second and signature in the body', async () => {
    server.answers.push({ body: { code: 0, msg: 'success', data: {} } });
    expect(await feishu.send({ address: address(), secret: 's' }, LETTER, null, out)).toEqual({ outcome: 'sent' });
    const timestamp = String(Date.parse(AT) / 1000);
    expect(server.calls[0]?.body).toMatchObject({
      timestamp,
      sign: createHmac('sha256', `${timestamp}\ns`).update('').digest('base64'),
      msg_type: 'post',
      content: { post: { zh_cn: { title: '逾期提醒' } } },
    });
  });
  it('knows the answer of older robots', async () => {
    server.answers.push({ body: { StatusCode: 0, StatusMessage: 'success' } });
    expect(await feishu.send({ address: address(), secret: null }, LETTER, null, out)).toEqual({ outcome: 'sent' });
  });
});

describe('answers of the platforms', () => {
  it.each([
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 200, { outcome: 'busy', afterMs: 60_000 }],
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 200, { outcome: 'refused' }],
    ['wecom', { errcode: -1, errmsg: 'system busy' }, 200, { outcome: 'failed' }],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 200, { outcome: 'busy', afterMs: 600_000 }],
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 200, { outcome: 'refused', detail: '钉钉 310000：sign not match' }],
    ['dingtalk', { errcode: -1, errmsg: '系统繁忙' }, 200, { outcome: 'failed' }],
    ['feishu', { code: 11232, msg: 'frequency limited' }, 200, { outcome: 'busy', afterMs: 60_000 }],
    ['feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }, 200, { outcome: 'refused' }],
    ['feishu', { code: 9499, msg: 'too many request' }, 400, { outcome: 'busy' }],
    ['wecom', 'bad gateway', 502, { outcome: 'failed', detail: '回答无法识别（HTTP 502）' }],
    ['wecom', 'gone', 404, { outcome: 'refused' }],
    ['dingtalk', {}, 200, { outcome: 'failed' }],
  ] as const)('%s %j', async (kind, body, status, answer) => {
    server.answers.push({ status, body });
    expect(await robots[kind].send({ address: address(), secret: null }, LETTER, null, out)).toMatchObject(answer);
  });

  it('429 says how long', async () => {
    server.answers.push({ status: 429, body: '', headers: { 'retry-after': '7' } });
    expect(await wecom.send({ address: address(), secret: null }, LETTER, null, out)).toMatchObject({ outcome: 'busy', afterMs: 7_000 });
  });

  it('a redirect is not followed', async () => {
    server.answers.push({ status: 302, body: '', headers: { location: '/elsewhere' } });
    expect(await wecom.send({ address: address(), secret: null }, LETTER, null, out)).toMatchObject({ outcome: 'failed' });
    expect(server.calls).toHaveLength(1);
  });

  it('nobody there: failed, and the key is told to nobody', async () => {
    const closed = { ...out, hosts: ['127.0.0.1:9'] };
    const answer = await feishu.send({ address: 'http://127.0.0.1:59999/hook/KEY', secret: null }, LETTER, null, {
      ...closed,
      hosts: ['127.0.0.1:59999'],
    });
    expect(answer).toMatchObject({ outcome: 'failed' });
    expect(JSON.stringify(answer)).not.toContain('KEY');
  });
});

describe('addresses (SSRF)', () => {
  const closed: WayOut = { guard: createGuard({ allowNetworks: [] }), hosts: [] };
  it.each([
    ['another host', 'https://evil.example/cgi-bin/webhook/send?key=k'],
    ['a name that only begins like it', 'https://qyapi.weixin.qq.com.evil.example/'],
    ['a user name that looks like it', 'https://qyapi.weixin.qq.com@127.0.0.1/'],
    ['an inner address', 'https://127.0.0.1/'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['no encryption', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
    ['another port', 'https://qyapi.weixin.qq.com:6379/'],
    ['another scheme', 'file:///etc/passwd'],
    ['a password in the address', 'https://a:b@qyapi.weixin.qq.com/'],
    ['no address', 'qyapi'],
  ])('%s is refused before anything is sent', async (_name, wrong) => {
    await expect(wecom.send({ address: wrong, secret: null }, LETTER, null, closed)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a permitted host on a private address is refused while the network is not opened', async () => {
    const half: WayOut = { guard: closed.guard, hosts: [server.host] };
    await expect(wecom.send({ address: address(), secret: null }, LETTER, null, half)).rejects.toMatchObject({ code: 'bad-input' });
    const inside = createGuard({ allowNetworks: [], resolve: async () => [{ address: '10.0.0.8', family: 4 }] });
    const answer = await wecom.send({ address: 'https://qyapi.weixin.qq.com/x', secret: null }, LETTER, null, { guard: inside, hosts: [] });
    expect(answer).toEqual({ outcome: 'failed', detail: '连接不上（ERR_MINGCHA_REFUSED_ADDRESS）' });
    expect(server.calls).toHaveLength(0);
  });

  it.each([
    '2130706433',
    '0177.0.0.1',
    '0x7f000001',
    '127.1',
    '[::ffff:127.0.0.1]',
    '[::1]',
    '[64:ff9b::7f00:1]',
    '169.254.169.254',
    '10.0.0.1',
  ])('a permitted host is no way to an inner address, however it is spelled: %s', async (host) => {
    const { host: permitted } = new URL(`http://${host}:8443/`);
    const half: WayOut = { guard: closed.guard, hosts: [permitted] };
    const sent = wecom.send({ address: `http://${host}:8443/`, secret: null }, LETTER, null, half);
    await expect(sent).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a name is looked up once, and the address that was judged is the one called (rebinding)', async () => {
    const answers = ['127.0.0.1', '10.0.0.8'];
    let asked = 0;
    const resolve = async () => [{ address: answers[asked++ % 2] as string, family: 4 }];
    const turning: WayOut = {
      guard: createGuard({ allowNetworks: ['127.0.0.0/8'], resolve }),
      hosts: [`robot.example:${new URL(address()).port}`],
    };
    const send = () => wecom.send({ address: address().replace('127.0.0.1', 'robot.example'), secret: null }, LETTER, null, turning);
    expect([await send(), asked, server.calls.length]).toEqual([{ outcome: 'sent' }, 1, 1]);
    expect([await send(), asked, server.calls.length]).toEqual([expect.objectContaining({ outcome: 'failed' }), 2, 1]);
  });
});

describe('words of others', () => {
  it.each(['wecom', 'dingtalk', 'feishu'] as const)('a crawled title makes no link, mention or tag in %s', async (kind) => {
    const text = '[点我](http://bad.example) <@all> @所有人 <at user_id="all"></at> **粗** `码`\n# 标题\n> 引\n1. 列';
    await robots[kind].send({ address: address(), secret: null }, { ...LETTER, title: '<font>', text, link: null }, null, out);
    const sent = JSON.stringify(server.calls[0]?.body).replace('**＜font＞**', '').replace('"title":"<font>"', '');
    for (const mark of ['[点我]', '://', '<@all>', '@所有人', '<at', '**粗', '`', '\\n# ', '\\n> ']) expect(sent).not.toContain(mark);
    expect(sent).toContain('点我');
  });
});
