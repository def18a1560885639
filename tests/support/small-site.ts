import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, type CalendarDate } from '../../src/core/date.ts';

const page = (title: string, body: string, column = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><meta name="SiteName" content="测试县政府"><meta name="SiteIDCode" content="9999990001"><meta name="ColumnName" content="${column}"></head>
<body><div class="nav"><a href="/">首页</a> <a href="/news/">工作动态</a> <a href="/policy/">政策解读</a></div>${body}
<div class="foot">主办单位：测试县人民政府办公室 网站标识码：9999990001 京ICP备99000001号 京公网安备 99000002000001号 <a href="/jiucuo.html">我为政府网站找错</a></div></body></html>`;

/** A small site as of a day: fresh news, an interpretation column that nobody has touched for seven months. */
export async function startSmallSite(today: CalendarDate): Promise<{ url: string; close(): Promise<void> }> {
  const items = (base: string, days: readonly number[]): string =>
    `<ul>${days.map((ago, i) => `<li><a href="${base}${i}.html">关于推进第${i + 1}项重点工作的情况通报</a><span>${addDays(today, -ago)}</span></li>`).join('')}</ul>`;
  const news = items('/news/', [1, 6, 12]);
  const pages = new Map<string, string>([
    ['/', page('测试县人民政府', `<h2>工作动态</h2>${news}`)],
    ['/news/', page('工作动态', `<div>当前位置：<a href="/">首页</a> &gt; 工作动态</div><h1>工作动态</h1>${news}`, '工作动态')],
    [
      '/policy/',
      page(
        '政策解读',
        `<div>当前位置：<a href="/">首页</a> &gt; 政策解读</div><h1>政策解读</h1>${items('/policy/', [215, 260, 300])}`,
        '政策解读',
      ),
    ],
    ['/jiucuo.html', page('找错', '<p>请填写</p>')],
  ]);
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const article = /^\/(news|policy)\/\d\.html$/.test(path)
      ? page('关于推进重点工作的情况通报', '<h1>关于推进重点工作的情况通报</h1><p>正文。</p>')
      : undefined;
    const body = pages.get(path) ?? article;
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : (body ?? page('404', '<h1>页面不存在</h1>')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
