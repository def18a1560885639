import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ARTICLES = 90;
const ANSWER_MS = 60;

/** A small site that answers until it has answered `letThrough` requests and then keeps everybody waiting. */
export interface GatedSite {
  port: number;
  /** Requests answered so far. */
  answered(): number;
  /** Requests that wait for their answer. */
  waiting(): number;
  /** Answers up to so many requests more; what waits is answered first. */
  letThrough(more: number): void;
  close(): Promise<void>;
}

/** Serves a home page, one list and ninety articles, each with a picture of its own and some links that are dead. */
export async function startGatedSite(): Promise<GatedSite> {
  let allowed = 0;
  let answered = 0;
  const waiting: { path: string; response: ServerResponse }[] = [];
  function serve(): void {
    while (allowed > 0) {
      const next = waiting.shift();
      if (!next) return;
      if (next.response.destroyed) continue;
      allowed -= 1;
      answered += 1;
      setTimeout(() => answer(next.path, next.response), ANSWER_MS);
    }
  }
  const server = createServer((request, response) => {
    waiting.push({ path: request.url ?? '/', response });
    serve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    answered: () => answered,
    waiting: () => waiting.filter(({ response }) => !response.destroyed).length,
    letThrough(more) {
      allowed = more;
      serve();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(path: string, response: ServerResponse): void {
  const article = Number(/^\/zwgk\/(\d+)\.html$/.exec(path)?.[1] ?? 0);
  if (path === '/' || path === '/zwgk/') html(response, list());
  else if (article > 0 && article <= ARTICLES) html(response, page(article));
  else if (path.startsWith('/images/')) response.writeHead(200, { 'content-type': 'image/png' }).end('picture');
  else response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>404</h1>');
}

function list(): string {
  const lines = Array.from(
    { length: ARTICLES },
    (_, i) => `<li><a href="/zwgk/${i + 1}.html">${title(i + 1)}</a><span>${date(i + 1)}</span></li>`,
  );
  return `<title>白水县住建局</title><h1>政策文件</h1><ul class="list">${lines.join('\n')}</ul>`;
}

function page(n: number): string {
  const dead = n % 10 === 0 ? `<a href="/gone/${n}.html">附件</a>` : '';
  return `<title>${title(n)}</title><h1>${title(n)}</h1><p>发布时间：${date(n)}</p><p>第${n}号通知的正文。${dead}</p><img src="/images/${n}.png">`;
}

const title = (n: number): string => `关于第${n}号工程验收的通知`;
const date = (n: number): string => new Date(Date.UTC(2022, 10, 30) - n * 86_400_000).toISOString().slice(0, 10);

function html(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><meta charset="utf-8">${body}`);
}
