import { hashOf, SIZES, siteModel } from './model.ts';

/** Sizes as measured on county sites: a home page of 60 KB, lists of 30 KB, articles of 20 to 40 KB. */
const HOME_BYTES = 60_000;
const LIST_BYTES = 30_000;
const ARTICLE_BYTES = 20_000;

const FOREIGN = ['http://www.gov.example/', 'http://beian.miit.example/'];
const FRAME = '<div class="box"><span class="m">工作动态与公开信息栏目内容区</span><em>更多内容请点击进入查看</em></div>\n';
const TEXT = '<p>各有关单位要切实提高认识，压实工作责任，按照职责分工抓好落实，确保各项任务按期完成。</p>\n';

/** The rest of a page, so that it is as heavy to read and to keep as a real one. */
const filled = (head: string, foot: string, of: string, bytes: number): Buffer =>
  Buffer.from(head + of.repeat(Math.max(0, Math.ceil((bytes - head.length * 2) / Buffer.byteLength(of)))) + foot);

const foot = (url: string): string =>
  `<div class="footer">主办：某县某局 网站标识码：${3400000000 + hashOf(url)} 皖ICP备05000001号 <a href="${FOREIGN[1]}">备案</a></div></body></html>`;
const head = (title: string, more = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${more}</head><body>`;

const entry = (href: string, title: string, day: string): string => `<li><a href="${href}">${title}</a><span>${day}</span></li>`;

export function homePage(number: number, day: string): Buffer {
  const { url, size, columns } = siteModel(number);
  const { homeEntries, otherLinks } = SIZES[size];
  const news = Array.from({ length: homeEntries }, (_, i) => entry(`${url}c0/a${i}.html`, `关于做好第${i + 1}季度重点工作的通知`, day));
  const nav = columns.map((column, i) => `<a href="${column}">栏目${i}</a>`).join('');
  // Two sites in five have dead links, as real ones do.
  const dead = hashOf(`${url}dead`) < 400 ? 1 + (number % 3) : 0;
  const others = Array.from({ length: otherLinks }, (_, i) => `<a href="${url}${i < dead ? 'gone' : 'x'}${i}.html">办事指南${i}</a>`);
  const links = FOREIGN.map((address) => `<a href="${address}">友情链接</a>`);
  const top = `${head('某县人民政府网站')}<div>${nav}</div><ul class="news">${news.join('')}</ul>${others.join('')}${links.join('')}`;
  return filled(top, foot(url), FRAME, HOME_BYTES);
}

/** A list without pager: everything it has is on it. */
export function listPage(list: string, day: string): Buffer {
  const entries = hashOf(list) % 3 === 0 ? 1 : 0;
  const known = entries === 0 ? `<li>关于${list.split('/').at(-2)}以往工作情况的公告<span>${day}</span></li>` : '';
  const items = Array.from({ length: entries }, (_, i) =>
    entry(`${list}a${i}.html`, `关于${list.split('/').at(-2)}第${i + 1}期工作情况的公告`, day),
  );
  return filled(`${head('栏目列表')}<ul class="list">${items.join('')}${known}</ul>`, foot(list), FRAME, LIST_BYTES);
}

export function articlePage(url: string, day: string): Buffer {
  const meta = `<meta name="ArticleTitle" content="关于工作情况的公告"><meta name="PubDate" content="${day} 09:00">`;
  const bytes = ARTICLE_BYTES + 20 * hashOf(url);
  return filled(
    `${head('关于工作情况的公告', meta)}<h1>关于工作情况的公告</h1><div>发布日期：${day}</div><p>${url}</p>`,
    foot(url),
    TEXT,
    bytes,
  );
}
