import type { IncomingMessage, ServerResponse } from 'node:http';

/** One way a link of the bench site is broken, or looks broken and is not. The kind is in the address, so the server needs no list. */
export interface Defect {
  kind: string;
  /** Whether a visitor cannot open it. */
  dead: boolean;
  /** How many of a thousand pages carry a new one. */
  perThousand: number;
  /** Ending of the address. */
  ending: string;
  /** Markup around the address; default an ordinary link. */
  markup?: (url: string) => string;
  answer: (request: IncomingMessage, response: ServerResponse, seen: number) => void;
  /** Takes longer than anybody waits; left out of calm runs, which measure throughput. */
  slow?: true;
  hard?: true;
}

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const FINE = page('A page', '<h1>A page</h1><p>Here is what you asked for.</p>');

function send(response: ServerResponse, status: number, body: string | Buffer, type = 'text/html; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
const status =
  (code: number): Defect['answer'] =>
  (_, response) =>
    send(response, code, page(String(code), `<h1>${code}</h1>`));
const fine: Defect['answer'] = (_, response) => send(response, 200, FINE);
const notFound = status(404);
const headRefused =
  (refuse: Defect['answer']): Defect['answer'] =>
  (request, response, seen) =>
    request.method === 'HEAD' ? refuse(request, response, seen) : fine(request, response, seen);
const reset: Defect['answer'] = (request) => void request.socket.resetAndDestroy();
const image = (url: string): string => `<img src="${url}" alt="figure">`;
/** The words of an error page with a frame around them, and links that work. */
const softPage = page(
  '页面不存在',
  `<div>${'<a href="/index.html">首页</a> '.repeat(8)}</div><h1>404</h1><p>抱歉，您访问的页面不存在或已被删除。</p>`,
);

/** 你好 in GBK. */
const GBK_BODY = Buffer.concat([
  Buffer.from('<html><head><meta charset="gb2312"><title>'),
  Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
  Buffer.from('</title></head><body><a href="/_d/gbk-inner/'),
  Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
  Buffer.from('.html">'),
  Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
  Buffer.from('</a></body></html>'),
]);

export const DEFECTS: readonly Defect[] = [
  { kind: 'missing', dead: true, perThousand: 110, ending: '.html', answer: notFound },
  { kind: 'missing-bare', dead: true, perThousand: 10, ending: '/', answer: notFound },
  { kind: 'removed', dead: true, perThousand: 20, ending: '.html', answer: status(410) },
  { kind: 'failing', dead: true, perThousand: 20, ending: '.html', answer: status(500) },
  { kind: 'image', dead: true, perThousand: 40, ending: '.png', markup: image, answer: notFound },
  { kind: 'document', dead: true, perThousand: 20, ending: '.pdf', answer: notFound },
  {
    kind: 'loop',
    dead: true,
    perThousand: 2,
    ending: '.html',
    hard: true,
    answer: (request, response) => void response.writeHead(302, { location: request.url }).end(),
  },
  { kind: 'reset', dead: true, perThousand: 2, ending: '.html', hard: true, answer: reset },
  {
    kind: 'cut',
    dead: true,
    perThousand: 2,
    ending: '.html',
    hard: true,
    answer(_, response) {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 5_000 });
      response.write('<html><body>begins', () => response.destroy());
    },
  },
  {
    kind: 'slow',
    dead: true,
    perThousand: 3,
    ending: '.html',
    slow: true,
    hard: true,
    answer(_, response) {
      setTimeout(() => send(response, 200, FINE), 20_000).unref();
    },
  },
  { kind: 'image-page', dead: true, perThousand: 2, ending: '.png', hard: true, markup: image, answer: fine },
  { kind: 'soft', dead: true, perThousand: 3, ending: '.html', hard: true, answer: (_, response) => send(response, 200, softPage) },
  {
    kind: 'sent-away',
    dead: true,
    perThousand: 2,
    ending: '.html',
    hard: true,
    answer: (_, response) => void response.writeHead(302, { location: '/_d/missing/away.html' }).end(),
  },
  {
    kind: 'odd-slash',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<a/href='${url}'>odd</a>`,
    answer: notFound,
  },
  {
    kind: 'odd-backslash',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<a href="${url.replaceAll('/', '\\')}">odd</a>`,
    answer: notFound,
  },
  {
    kind: 'odd-newline',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<a href="${url.slice(0, 6)}\n${url.slice(6)}">odd</a>`,
    answer: notFound,
  },
  {
    kind: 'odd-twice',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<a href="${url}" href="/index.html">odd</a>`,
    answer: notFound,
  },
  {
    kind: 'odd-bare',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<A HREF=${url}>odd</A>`,
    answer: notFound,
  },
  {
    kind: 'odd-entity',
    dead: true,
    perThousand: 1,
    ending: '.html?a=1&b=2',
    hard: true,
    markup: (url) => `<a href="${url.replaceAll('/', '&#x2F;').replaceAll('&b', '&amp;b')}">odd</a>`,
    answer: notFound,
  },
  {
    kind: 'srcset',
    dead: true,
    perThousand: 1,
    ending: '.png',
    hard: true,
    markup: (url) => `<img src="/_d/fine-image/0.png" srcset="${url} 2x">`,
    answer: notFound,
  },
  {
    kind: 'poster',
    dead: true,
    perThousand: 1,
    ending: '.png',
    hard: true,
    markup: (url) => `<video poster="${url}"></video>`,
    answer: notFound,
  },
  {
    kind: 'style',
    dead: true,
    perThousand: 1,
    ending: '.png',
    hard: true,
    markup: (url) => `<div style="background: url('${url}')"></div>`,
    answer: notFound,
  },
  {
    kind: 'area',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<map name="m"><area href="${url}" alt="part"></map>`,
    answer: notFound,
  },
  {
    kind: 'frame',
    dead: true,
    perThousand: 1,
    ending: '.html',
    hard: true,
    markup: (url) => `<iframe src="${url}"></iframe>`,
    answer: notFound,
  },

  {
    kind: 'commented',
    dead: false,
    perThousand: 3,
    ending: '.html',
    markup: (url) => `<!-- <a href="${url}">old</a> --><script>var s = '<a href="${url}">';</script>`,
    answer: notFound,
  },
  {
    kind: 'fine-image',
    dead: false,
    perThousand: 5,
    ending: '.png',
    markup: image,
    answer: (_, response) => send(response, 200, 'PNG', 'image/png'),
  },
  { kind: 'head-405', dead: false, perThousand: 3, ending: '.zip', answer: headRefused(status(405)) },
  { kind: 'head-404', dead: false, perThousand: 3, ending: '.zip', answer: headRefused(notFound) },
  { kind: 'head-500', dead: false, perThousand: 2, ending: '.zip', answer: headRefused(status(500)) },
  { kind: 'head-reset', dead: false, perThousand: 2, ending: '.zip', answer: headRefused(reset) },
  {
    kind: 'flaky-503',
    dead: false,
    perThousand: 2,
    ending: '.html',
    answer: (request, response, seen) => (seen === 0 ? status(503) : fine)(request, response, seen),
  },
  {
    kind: 'flaky-reset',
    dead: false,
    perThousand: 2,
    ending: '.html',
    answer: (request, response, seen) => (seen === 0 ? reset : fine)(request, response, seen),
  },
  {
    kind: 'moved',
    dead: false,
    perThousand: 5,
    ending: '.html',
    answer: (_, response) => void response.writeHead(301, { location: '/index.html' }).end(),
  },
  { kind: 'gate', dead: false, perThousand: 2, ending: '.html', answer: status(403) },
  {
    kind: 'about-404',
    dead: false,
    perThousand: 2,
    ending: '.html',
    answer: (request, response, seen) =>
      /no-such-page/.test(request.url ?? '')
        ? notFound(request, response, seen)
        : send(
            response,
            200,
            page(
              'How to write a 404 page',
              `<h1>404 pages</h1><p>${'A good error page says that the page was not found and what to do next. '.repeat(30)}</p>`,
            ),
          ),
  },
  { kind: 'gbk', dead: false, perThousand: 2, ending: '.html', answer: (_, response) => send(response, 200, GBK_BODY, 'text/html') },
  {
    kind: 'gbk-inner',
    dead: false,
    perThousand: 0,
    ending: '.html',
    answer: (request, response, seen) => (/%E4%BD%A0%E5%A5%BD/i.test(request.url ?? '') ? fine : notFound)(request, response, seen),
  },
];

const BY_KIND = new Map(DEFECTS.map((defect) => [defect.kind, defect]));

/** The defect an address stands for; null for ordinary pages. */
export function defectOf(path: string): Defect | null {
  const kind = /^\/_d\/([\w-]+)\//.exec(path)?.[1];
  return kind === undefined ? null : (BY_KIND.get(kind) ?? null);
}
