import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LISTS = 40;
/** All in all some way below the 3,000 requests that a daily scan may make: those that a kill takes with it count too. */
const ARTICLES = 65;
/** Every so many articles have a link that is dead. */
const DEAD_EVERY = 20;

/** A site of 2,641 pages that tells what it was asked. */
export interface LargeSite {
  port: number;
  /** Addresses of its lists, and how many pages it has in all. */
  lists: readonly string[];
  pages: number;
  /** Requests for its addresses so far, those for robots.txt not counted. */
  asked(): number;
  /** Requests under way at this moment. */
  underWay(): number;
  /** Time it takes to answer from now on. */
  answersAfter(ms: number): void;
  close(): Promise<void>;
}

export async function startLargeSite(): Promise<LargeSite> {
  let asked = 0;
  let underWay = 0;
  let latencyMs = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') return void response.writeHead(404).end();
    asked += 1;
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    if (latencyMs > 0) await sleep(latencyMs);
    answer(path, request.headers['if-none-match'], response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lists: Array.from({ length: LISTS }, (_, n) => `/l${n}/`),
    pages: 1 + LISTS * (1 + ARTICLES),
    asked: () => asked,
    underWay: () => underWay,
    answersAfter(ms) {
      latencyMs = ms;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(path: string, known: string | undefined, response: ServerResponse): void {
  const [, list, article] = /^\/l(\d+)\/(?:a(\d+)\.html)?$/.exec(path) ?? [];
  const body =
    path === '/' ? home() : list === undefined ? null : article === undefined ? listPage(Number(list)) : page(list, Number(article));
  if (body === null) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
  const etag = `"${body.length}-${path}"`;
  if (known === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(`<!doctype html><meta charset="utf-8">${body}`);
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const title = (list: number | string, n: number): string => `关于第${list}类第${n}号工程验收结果的通知`;
const date = (n: number): string => new Date(Date.UTC(2022, 10, 30) - n * 86_400_000).toISOString().slice(0, 10);
const frame = (body: string): string =>
  `<div class="nav"><a href="/">首页</a>${numbers(LISTS)
    .map((n) => `<a href="/l${n}/">栏目${n}</a>`)
    .join('')}</div>${body}<div class="foot">主办单位：白水县住建局</div>`;
const home = (): string => `<title>白水县住建局</title>${frame('<h1>白水县住建局</h1>')}`;
const listPage = (list: number): string =>
  `<title>栏目${list}</title>${frame(
    `<h1>栏目${list}</h1><ul class="list">${numbers(ARTICLES)
      .map((n) => `<li><a href="/l${list}/a${n}.html">${title(list, n)}</a><span>${date(n)}</span></li>`)
      .join('\n')}</ul>`,
  )}`;

function page(list: string, n: number): string {
  const dead = n === 0 && Number(list) % DEAD_EVERY === 0 ? `<a href="/gone/${list}.html">附件</a>` : '';
  return `<title>${title(list, n)}</title>${frame(`<h1>${title(list, n)}</h1><p>发布时间：${date(n)}</p><p>正文。${dead}</p>`)}`;
}
