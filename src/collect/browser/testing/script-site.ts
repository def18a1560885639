import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A site on an address of loopback of its own, so that the rest of loopback stays forbidden ground. */
export interface ScriptSite {
  origin: string;
  /** `METHOD path` of every request, in order. */
  asked: string[];
  close(): Promise<void>;
}

export const SITE_ADDRESS = '127.0.0.2';

export async function scriptSite(pages: Record<string, Handler>): Promise<ScriptSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(`${request.method} ${path}`);
    const page = pages[path] ?? pages[path.split('?')[0] ?? ''];
    if (typeof page === 'function') return page(request, response);
    const type = path.includes('.js') ? 'text/javascript' : path.includes('.json') ? 'application/json' : 'text/html';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(page ?? '没有');
  });
  await new Promise<void>((resolve) => server.listen(0, SITE_ADDRESS, resolve));
  return {
    origin: `http://${SITE_ADDRESS}:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const ENTRIES = [
  ['县政府办公室关于印发年度工作要点的通知', '2023-01-05'],
  ['关于开展安全生产专项检查工作的公告', '2022-12-20'],
  ['县财政局关于下达专项资金计划的通知', '2022-11-11'],
  ['关于公布行政规范性文件清理结果的公告', '2022-10-08'],
] as const;
export const NEWEST = '2023-01-05';

/** What a data call answers. */
export const entriesJson = (from = 0): string =>
  JSON.stringify({ code: 200, rows: ENTRIES.slice(from).map(([title, date], i) => ({ title, date, href: `/art/${from + i}.html` })) });

/** A column page whose list a script fills; `script` gets `show(rows)`. */
export const shell = (script: string, more = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>通知公告_某县人民政府</title><meta name="ColumnName" content="通知公告"></head><body><div>当前位置：<a href="/">首页</a> &gt; 通知公告</div><ul id="list" class="news_list"></ul>${more}<div class="footer"><p>主办单位：某县人民政府办公室</p></div><script>
function show(rows){document.getElementById('list').innerHTML=rows.map(function(r){return '<li><a href="'+r.href+'">'+r.title+'</a><span>'+r.date+'</span></li>'}).join('')}
${script}</script></body></html>`;
