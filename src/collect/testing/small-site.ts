import { answer, type RawHandler, type RawServer, rawServer } from './raw-server.ts';

export type Page = string | Buffer | RawHandler;

/** A site on loopback made of a table of pages; any other address is a 404. The table may be changed while it runs. */
export async function smallSite(pages: Record<string, Page>): Promise<RawServer & { pages: Record<string, Page> }> {
  const server = await rawServer((socket, request) => {
    const page = pages[request.path];
    if (typeof page === 'function') page(socket, request);
    else if (page === undefined) socket.write(answer('<h1>没有</h1>', {}, '404 Not Found'));
    else if (request.method === 'HEAD') socket.write(answer('', { 'Content-Length': '5' }));
    else socket.write(Buffer.isBuffer(page) ? page : answer(page));
  });
  return Object.assign(server, { pages });
}

export const FOOT =
  '<div class="footer"><p>主办单位：某县人民政府办公室</p><p>政府网站标识码：3418210001</p><p>皖ICP备05000001号</p><p>皖公网安备 34182102000001号</p></div>';

/** A column page as content systems write them: breadcrumb, dated entries, pager. */
export function listPage(name: string, entries: readonly (readonly [title: string, href: string, date: string])[], pager = ''): string {
  const rows = entries.map(([title, href, date]) => `<li><a href="${href}">${title}</a>${date ? `<span>${date}</span>` : ''}</li>`);
  return `<html><head><title>${name}_某县人民政府</title><meta name="ColumnName" content="${name}"></head><body><div>当前位置：首页 &gt; ${name}</div><ul class="news_list">${rows.join('')}</ul>${pager}${FOOT}</body></html>`;
}

/** An article page with its tags, date line and a body of some length. */
export function articlePage(title: string, date: string, body = ''): string {
  const text = '<p>为进一步做好有关工作，根据上级部署和要求，结合我县实际，现将有关事项通知如下，请认真抓好贯彻落实。</p>'.repeat(6);
  return `<html><head><title>${title}</title><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date} 09:00"></head><body><div>当前位置：首页 &gt; 正文</div><h1>${title}</h1><div>发布时间：${date} 来源：县政府办</div><div>${text}${body}</div>${FOOT}</body></html>`;
}
