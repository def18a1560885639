import { addDays, chineseDate } from '../../../src/core/date.ts';
import { pageAddress } from '../addresses.ts';
import type { Article } from '../article.ts';
import { errorReport, esc, link, type MenuEntry, menuOf, metas, neighbours, short } from '../html.ts';
import type { ColumnView, SiteView } from '../view.ts';
import { homeBlocks, pictured, type Style } from './style.ts';

/** An old system: layout tables, query addresses, GBK bytes that only the page's own meta declares. */
export const tables: Style = {
  charset: 'gbk',
  contentType: 'text/html',
  frame(view, parts) {
    const { site } = view;
    return `<HTML>
<HEAD>
<META http-equiv=Content-Type content="text/html; charset=gb2312">
${metas(view, parts)}
<TITLE>${esc(parts.title)}</TITLE>
<LINK href="/res/site.css" type=text/css rel=stylesheet>
</HEAD>
<BODY>
<table width="1000" align="center" cellspacing="0"><tr><td colspan="2"><a href="/"><img src="/res/logo.png" border="0" alt="${esc(site.site.name)}"></a></td></tr>
<tr><td class="nav" colspan="2"><a href="/">首页</a>${menuOf(view).map(flat).join('')}</td></tr></table>
${parts.main}
<table width="1000" align="center" class="foot"><tr><td align="center">主办：${esc(site.marks.organiser)}　<a href="/wzdt.html">网站地图</a>　<a href="${errorReport(view)}" title="我为政府网站找错">我为政府网站找错</a></td></tr>
<tr><td align="center">备案号：${site.marks.icp}&nbsp;&nbsp;${site.marks.police}&nbsp;&nbsp;政府网站标识码：${site.marks.siteIdCode}</td></tr></table>
</BODY>
</HTML>
`;
  },
  home(view) {
    const cells = homeBlocks(view).map(
      (
        c,
      ) => `<td width="50%" valign="top"><table width="100%"><tr><th align="left">${esc(c.name)}</th><th align="right"><a href="${esc(c.model.address)}">更多</a></th></tr>
${c.items
  .slice(0, 6)
  .map((a) => `<tr><td>·${link(a.address, short(a.title), a.title)}</td><td nowrap>${a.date.replaceAll('-', '/')}</td></tr>`)
  .join('\n')}</table></td>`,
    );
    const rows: string[] = [];
    for (let i = 0; i < cells.length; i += 2) rows.push(`<tr>${cells[i]}${cells[i + 1] ?? '<td></td>'}</tr>`);
    const main = `<table width="1000" align="center"><tr>${pictured(view)
      .map(
        (a) =>
          `<td align="center"><a href="${esc(a.address)}"><img src="/res/pic/${a.pictures[0]}.png" width="220" border="0"></a><br>${esc(short(a.title, 16))}</td>`,
      )
      .join('')}</tr></table>
<table width="1000" align="center">${rows.join('\n')}</table>
<table width="1000" align="center"><tr><td>友情链接：${view.site.friends.map((f) => `<a href="${f.url}">${esc(f.name)}</a>`).join(' | ')}</td></tr></table>`;
    return tables.frame(view, { title: view.site.site.name, column: null, article: null, main });
  },
  list(view, column, items, page, pages) {
    const head =
      view.site.variant === 0
        ? '<th>序号</th><th>名称</th><th>成文日期</th><th>发布日期</th>'
        : '<th>序号</th><th>标题</th><th>发布时间</th>';
    const main = `<table width="1000" align="center"><tr><td width="240" valign="top">${side(view)}</td>
<td valign="top"><table width="100%"><tr><td class="pos">当前位置：<a href="/">首页</a> -&gt; ${esc(column.model.column.path.join(' -> '))}</td></tr></table>
<table width="100%" class="list" border="1"><tr>${head}</tr>
${items.map((a, i) => row(view, column, a, (page - 1) * 20 + i + 1)).join('\n')}</table>
<table width="100%"><tr><td align="center">${pager(column, page, pages)}</td></tr></table></td></tr></table>`;
    return tables.frame(view, { title: `${column.name}-${view.site.site.name}`, column, article: null, main });
  },
  article(view, column, article) {
    const { before, after } = neighbours(column, article);
    const main = `<table width="1000" align="center"><tr><td class="pos">当前位置：<a href="/">首页</a> -&gt; <a href="${esc(column.model.address)}">${esc(column.name)}</a> -&gt; 信息内容</td></tr>
<tr><td align="center"><font size="5"><b>${esc(article.title)}</b></font></td></tr>
<tr><td align="center">作者：办公室　来源：${esc(article.source)}　发布日期：${chineseDate(article.date)} ${article.time}　点击数：</td></tr>
<tr><td>${article.body.map((p) => `<p>　　${esc(p)}</p>`).join('\n')}
${article.pictures.map((n) => `<p align="center"><img src="/res/pic/${n}.png"></p>`).join('\n')}
${article.attachment ? `<p>${link(article.attachment.address, article.attachment.name)}</p>` : ''}</td></tr>
<tr><td>上一条：${before ? link(before.address, before.title) : '无'}<br>下一条：${after ? link(after.address, after.title) : '无'}</td></tr></table>`;
    return tables.frame(view, { title: `${article.title}-${view.site.site.name}`, column, article, main });
  },
};

function flat(entry: MenuEntry): string {
  const name = entry.address ? ` | <a href="${esc(entry.address)}">${esc(entry.name)}</a>` : ` | ${esc(entry.name)}`;
  return name + entry.children.map(flat).join('');
}

/** 热点信息: another list with dates, in the same kind of table as the column's own. */
function side(view: SiteView): string {
  const hot = view.latest
    .slice(1, 6)
    .map(
      ({ article }) =>
        `<tr><td>${link(article.address, short(article.title, 12), article.title)}</td><td>${article.date.slice(5)}</td></tr>`,
    );
  return `<table width="100%"><tr><th colspan="2">热点信息</th></tr>${hot.join('\n')}</table>`;
}

/** The day a document was made lies before the day it was published; the list prints both on half of the sites. */
function row(view: SiteView, column: ColumnView, a: Article, number: number): string {
  const title = `${a.id === column.pinned ? '<font color="red">[顶]</font>' : ''}${link(a.address, a.title)}`;
  if (view.site.variant === 1) return `<tr><td>${number}</td><td>${title}</td><td>${chineseDate(a.date)}</td></tr>`;
  return `<tr><td>${number}</td><td>${title}</td><td>${addDays(a.date, -3)}</td><td>${a.date}</td></tr>`;
}

function pager(column: ColumnView, page: number, pages: number): string {
  const to = (n: number, text: string): string => `<a href="${esc(pageAddress('tables', column.model.address, n))}">${text}</a>`;
  return `第${page}/${pages}页 ${to(1, '首页')} ${page > 1 ? to(page - 1, '上一页') : '上一页'} ${page < pages ? to(page + 1, '下一页') : '下一页'} ${to(pages, '尾页')}`;
}
