import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../evidence/outcome.ts';
import { answer, type RawHandler, type RawServer, rawServer } from '../testing/raw-server.ts';
import { lookAtTarget, type Relation } from './look-at-target.ts';
import type { Net } from './net.ts';
import { openNet } from './open-net.ts';
import { createSoftGoneProbe } from './soft-gone-probe.ts';

const PNG = Buffer.from('iVBORw0KGgo=', 'base64');
const head = (status: string, headers = ''): string => `HTTP/1.1 ${status}\r\n${headers}\r\n`;
/** Answers HEAD with the first, GET with the second. */
const both =
  (onHead: string, onGet: Buffer): RawHandler =>
  (socket, { method }) =>
    void socket.write(method === 'HEAD' ? onHead : onGet);
const image = { 'Content-Type': 'image/png' };

const CASES: readonly {
  name: string;
  relation: Relation;
  own: boolean;
  reply: RawHandler;
  outcome: Outcome;
  asked: string[];
  again?: boolean;
}[] = [
  { name: 'own page', relation: 'link', own: true, reply: both('', answer('<p>正文</p>')), outcome: 'ok', asked: ['GET'] },
  {
    name: 'foreign page',
    relation: 'link',
    own: false,
    reply: both(head('200 OK', 'Content-Length: 9\r\n'), answer('')),
    outcome: 'ok',
    asked: ['HEAD'],
  },
  {
    name: 'picture',
    relation: 'image',
    own: true,
    reply: both(head('200 OK', 'Content-Type: image/png\r\nContent-Length: 9\r\n'), answer('')),
    outcome: 'ok',
    asked: ['HEAD'],
  },
  {
    name: 'HEAD says 404, GET too',
    relation: 'image',
    own: true,
    reply: both(head('404 Not Found'), answer('', {}, '404 Not Found')),
    outcome: 'gone',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'HEAD says 404, GET shows it',
    relation: 'image',
    own: true,
    reply: both(head('404 Not Found'), answer(PNG, image)),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'HEAD refused with 405',
    relation: 'attachment',
    own: true,
    reply: both(head('405 No'), answer('%PDF', { 'Content-Type': 'application/pdf' })),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'HEAD refused with 403',
    relation: 'link',
    own: false,
    reply: both(head('403 No'), answer('<p>正文</p>')),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'HEAD refused with 501',
    relation: 'link',
    own: false,
    reply: both(head('501 No'), answer('<p>正文</p>')),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'HEAD breaks the protocol',
    relation: 'link',
    own: false,
    reply: both('what?\r\n\r\n', answer('<p>正文</p>')),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'too many requests',
    relation: 'link',
    own: false,
    reply: both(head('429 Slow'), answer('')),
    outcome: 'blocked',
    asked: ['HEAD'],
  },
  {
    name: 'picture that is an error page',
    relation: 'image',
    own: true,
    reply: both(head('200 OK', 'Content-Type: text/html\r\nContent-Length: 20\r\n'), answer('<html>没有这张图</html>')),
    outcome: 'soft-gone',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'empty picture',
    relation: 'image',
    own: true,
    reply: both(head('200 OK', 'Content-Type: image/png\r\nContent-Length: 0\r\n'), answer('', image)),
    outcome: 'soft-gone',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'picture behind a gate',
    relation: 'image',
    own: true,
    reply: both(head('200 OK', 'Content-Type: text/html\r\nContent-Length: 20\r\n'), answer('<p>请完成安全验证</p>')),
    outcome: 'blocked',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'length 0 on HEAD of a page',
    relation: 'link',
    own: false,
    reply: both(head('200 OK', 'Content-Length: 0\r\n'), answer('<p>正文</p>')),
    outcome: 'ok',
    asked: ['HEAD', 'GET'],
  },
  {
    name: 'second look trusts no HEAD',
    relation: 'image',
    own: true,
    again: true,
    reply: both(head('404 Not Found'), answer(PNG, image)),
    outcome: 'ok',
    asked: ['GET'],
  },
];

describe('looking at targets', () => {
  let net: Net;
  let server: RawServer;
  beforeAll(async () => {
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, perHost: 1, totalMs: 10_000, obeyRobots: false });
    server = await rawServer((socket, request) => CASES[Number(request.path.slice(1))]?.reply(socket, request));
  });
  afterAll(async () => {
    await net.close();
    await server.close();
  });
  it.each(CASES.map((entry, index) => ({ ...entry, index })))('$name', async ({ index, relation, own, outcome, asked, again }) => {
    const look = await lookAtTarget(net, { url: `${server.origin}/${index}`, relation, own }, { again });
    expect(look.outcome).toBe(outcome);
    expect(server.requests.filter(({ path }) => path === `/${index}`).map(({ method }) => method)).toEqual(asked);
  });
});

describe('an error page inside the frame of the site', () => {
  const frame = (middle: string): string =>
    `<title>某县人民政府</title><div>${'网站首页 政务公开 政务服务 互动交流 走进我县'.repeat(40)}</div><p>${middle}</p>`;
  it.each([
    ['and any other address gives the same', frame('您访问的页面不存在'), frame('您访问的页面不存在'), '200 OK', 'soft-gone'],
    [
      'with the address and the time in it',
      frame('/x/real.html 页面不存在 10:00'),
      frame('/x/abc-no-such.html 页面不存在 10:01'),
      '200 OK',
      'soft-gone',
    ],
    ['but other addresses give a real 404', frame('您访问的页面不存在'), 'x', '404 Not Found', 'ok'],
    ['but other addresses give something else', frame('您访问的页面不存在'), frame('欢迎'), '200 OK', 'ok'],
    ['no such words, same page for every address', frame('欢迎'), frame('欢迎'), '200 OK', 'ok'],
  ])('%s', async (_name, real, other, status, outcome) => {
    const server = await rawServer(
      (socket, { path }) => void socket.write(path === '/x/real.html' ? answer(real) : answer(other, {}, status)),
    );
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    const probe = createSoftGoneProbe(net);
    const look = await lookAtTarget(net, { url: `${server.origin}/x/real.html`, relation: 'link', own: true });
    expect(look.outcome).toBe('ok');
    expect((await probe(look)).outcome).toBe(outcome);
    expect((await probe(look)).outcome).toBe(outcome);
    expect(server.requests.length).toBeLessThanOrEqual(2);
    await net.close();
    await server.close();
  });
});
