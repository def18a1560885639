import { pageAddress } from '../addresses.ts';
import type { Article } from '../article.ts';
import { errorReport, esc, link, type MenuEntry, menuOf, metas, neighbours, short, todayLine } from '../html.ts';
import type { ColumnView, SiteView } from '../view.ts';
import { homeBlocks, pictured, type Style } from './style.ts';

/** Folders, nested lists, relative addresses, years only in the address on half of the sites. */
export const lists: Style = {
  charset: 'utf-8',
  contentType: 'text/html; charset=utf-8',
  frame(view, parts) {
    const { site } = view;
    return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
${metas(view, parts)}
<title>${esc(parts.title)}</title>
<link href="/res/site.css" rel="stylesheet" type="text/css"/>
<script type="text/javascript" src="/res/site.js"></script>
</head>
<body>
<div class="top"><span>${todayLine(view)}</span><a href="javascript:void(0);">无障碍浏览</a> <a href="javascript:void(0);">长辈版</a>
<form action="/search/index.html" method="get"><input type="text" name="q" value=""/><input type="submit" value="搜索"/></form></div>
<div class="logo"><a href="/index.html"><img src="/res/logo.png" alt="${esc(site.site.name)}"/></a></div>
<div class="nav"><ul><li><a href="/index.html">网站首页</a></li>${menu(menuOf(view))}</ul></div>
${parts.main}
<div class="foot"><p><a href="/wzdt.html">网站地图</a> | <a href="${errorReport(view)}"><img src="/res/jiucuo.png" alt="我为政府网站找错"/></a></p>
<p>主办单位：${esc(site.marks.organiser)}　承办：${esc(site.fullName)}办公室</p>
<p>网站标识码：${site.marks.siteIdCode}　${site.marks.icp}　<img src="/res/ga.png" alt=""/>${site.marks.police}</p></div>
</body>
</html>
`;
  },
  home(view) {
    const blocks = homeBlocks(view).map(
      (c) => `<div class="block"><h2><span>${esc(c.name)}</span><a class="more" href="${c.model.address}">更多&gt;&gt;</a></h2>
<ul>${c.items
        .slice(0, 6)
        .map((a) => `<li>${link(a.address, short(a.title), a.title)}<span>[${a.date.slice(5)}]</span></li>`)
        .join('\n')}</ul></div>`,
    );
    const main = `<div class="focus"><ul>${pictured(view)
      .map(
        (a) =>
          `<li><a href="${a.address}"><img src="/res/pic/${a.pictures[0]}.png" alt="${esc(a.title)}"/></a><p>${esc(short(a.title, 16))}</p></li>`,
      )
      .join('\n')}</ul></div>
<div class="blocks">${blocks.join('\n')}</div>
<div class="links"><h2>友情链接</h2><ul>${view.site.friends.map((f) => `<li><a href="${f.url}">${esc(f.name)}</a></li>`).join('')}</ul></div>`;
    return lists.frame(view, { title: view.site.site.name, column: null, article: null, main });
  },
  list(view, column, items, page, pages) {
    const groups: string[] = [];
    for (let i = 0; i < items.length; i += 5)
      groups.push(
        `<li><ul>${items
          .slice(i, i + 5)
          .map((a) => row(view, column, a))
          .join('\n')}</ul></li>`,
      );
    const main = `${position(column, '')}
<div class="main"><div class="left">${side(view)}</div>
<div class="right"><h1>${esc(column.name)}</h1><ul class="list">${groups.join('\n<li class="line"></li>\n')}</ul>
<div class="page">共${pages}页 ${pager(column, page, pages)}</div></div></div>`;
    return lists.frame(view, { title: `${column.name}_${view.site.site.name}`, column, article: null, main });
  },
  article(view, column, article) {
    const { before, after } = neighbours(column, article);
    const main = `${position(column, '正文')}
<div class="article"><h1>${esc(article.title)}</h1>
<div class="info"><span>发布时间：${article.date} ${article.time}</span><span>来源：${esc(article.source)}</span><span>浏览次数：<b id="hits"></b></span><span>字体：[大 中 小]</span></div>
<div class="TRS_Editor">${article.body.map((p) => `<p>　　${esc(p)}</p>`).join('\n')}
${article.pictures.map((n) => `<p align="center"><img src="/res/pic/${n}.png" alt=""/></p>`).join('\n')}
${article.attachment ? `<p>${link(article.attachment.address, article.attachment.name)}</p>` : ''}</div>
<div class="near"><p>上一篇：${before ? link(before.address, before.title) : '没有了'}</p><p>下一篇：${after ? link(after.address, after.title) : '没有了'}</p></div></div>`;
    return lists.frame(view, { title: `${article.title}_${view.site.site.name}`, column, article, main });
  },
};

function menu(entries: readonly MenuEntry[]): string {
  return entries
    .map((e) => {
      const name = e.address ? `<a href="${e.address}">${esc(e.name)}</a>` : `<span>${esc(e.name)}</span>`;
      return `<li>${name}${e.children.length ? `<ul>${menu(e.children)}</ul>` : ''}</li>`;
    })
    .join('');
}

/** Column menu without dates, below it the site's newest items with dates: not this column's. */
function side(view: SiteView): string {
  const newest = view.latest
    .slice(0, 5)
    .map(({ article }) => `<li>${link(article.address, short(article.title, 14), article.title)}<i>${article.date}</i></li>`);
  return `<h3>信息公开目录</h3><ul class="menu">${menu(menuOf(view))}</ul><h3>最新信息</h3><ul class="newest">${newest.join('')}</ul>`;
}

function row(view: SiteView, column: ColumnView, a: Article): string {
  const top = a.id === column.pinned ? '<em class="top">[置顶]</em>' : '';
  const href = a.address.replace(column.model.address.replace('index.html', ''), './');
  const date = view.site.variant === 0 ? `<span>${a.date}</span>` : `<span>[${a.date.slice(5)}]</span>`;
  return `<li>${top}<a href="${href}" title="${esc(a.title)}">${esc(short(a.title, 34))}</a>${date}</li>`;
}

function position(column: ColumnView, last: string): string {
  const steps = column.model.column.path.map((name, i, all) =>
    i === all.length - 1 ? `<a href="${column.model.address}">${esc(name)}</a>` : esc(name),
  );
  return `<div class="position">您现在的位置：<a href="/index.html">网站首页</a> &gt; ${[...steps, ...(last ? [last] : [])].join(' &gt; ')}</div>`;
}

function pager(column: ColumnView, page: number, pages: number): string {
  const to = (n: number, text: string): string => `<a href="${pageAddress('lists', column.model.address, n)}">${text}</a>`;
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === page ? `<span class="current">${page}</span>` : to(i + 1, String(i + 1)),
  );
  return `${page > 1 ? to(page - 1, '上一页') : ''}${numbers.join(' ')}${page < pages ? to(page + 1, '下一页') : ''}`;
}
