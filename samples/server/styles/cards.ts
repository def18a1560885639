import { addDays } from '../../../src/core/date.ts';
import { pageAddress } from '../addresses.ts';
import type { Article } from '../article.ts';
import { errorReport, esc, type MenuEntry, menuOf, metas, neighbours, short, todayLine } from '../html.ts';
import type { ColumnView, SiteView } from '../view.ts';
import { homeBlocks, pictured, type Style } from './style.ts';

/** A newer system: numbered addresses, cards with the day in one box and year and month in another, summaries with other dates. */
export const cards: Style = {
  charset: 'utf-8',
  contentType: 'text/html;charset=UTF-8',
  frame(view, parts) {
    const { site } = view;
    return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(parts.title)}</title>
${metas(view, parts)}
<link rel="shortcut icon" href="/favicon.ico">
<link rel="stylesheet" href="/res/site.css">
</head>
<body>
<header><div class="tools"><span class="today">${todayLine(view)}</span><a href="javascript:;">长辈版</a><a href="javascript:;">无障碍</a></div>
<a class="logo" href="/"><img src="/res/logo.png" alt="${esc(site.site.name)}"></a>
<nav><a href="/">首页</a>${menuOf(view).map(topLink).join('')}</nav></header>
${parts.main}
<footer><p><a href="/wzdt.html">网站地图</a></p>
<p><span>主办单位：${esc(site.marks.organiser)}</span><span>网站标识码：${site.marks.siteIdCode}</span></p>
<p><span>${site.marks.icp}</span><span><img src="/res/ga.png" alt="公安备案图标">${site.marks.police}</span></p>
<p><a href="${errorReport(view)}"><img src="/res/jiucuo.png" alt="我为政府网站找错" title="我为政府网站找错"></a><img src="/res/dzjg.png" alt="党政机关"></p></footer>
<script src="/res/site.js"></script>
</body>
</html>
`;
  },
  home(view) {
    const blocks = homeBlocks(view).map(
      (c) => `<section class="panel"><h3>${esc(c.name)}<a href="${c.model.address}">查看更多</a></h3><div class="items">
${c.items
  .slice(0, 6)
  .map(
    (a) =>
      `<div class="item"><a href="${a.address}" title="${esc(a.title)}">${esc(short(a.title))}</a><span class="time">${a.date}</span></div>`,
  )
  .join('\n')}</div></section>`,
    );
    const main = `<div class="swiper">${pictured(view)
      .map((a) => `<a href="${a.address}"><img src="/res/pic/${a.pictures[0]}.png" alt="${esc(a.title)}"></a>`)
      .join('')}</div><main class="panels">${blocks.join('\n')}</main>
<aside class="friends">${view.site.friends.map((f) => `<a href="${f.url}">${esc(f.name)}</a>`).join('')}</aside>`;
    return cards.frame(view, { title: view.site.site.name, column: null, article: null, main });
  },
  list(view, column, items, page, pages) {
    const main = `<div class="crumbs"><a href="/">首页</a>${column.model.column.path.map((name) => `<i>/</i><span>${esc(name)}</span>`).join('')}</div>
<div class="layout"><aside><h4>${esc(view.site.unit)}</h4>${menuOf(view).map(sideLink).join('')}${newest(view)}</aside>
<main><h2>${esc(column.name)}</h2><div class="cards">
${items.map((a) => card(view, column, a)).join('\n')}</div>
<div class="pagination">${pager(column, page, pages)}</div></main></div>`;
    return cards.frame(view, { title: `${column.name} - ${view.site.site.name}`, column, article: null, main });
  },
  article(view, column, article) {
    const { before, after } = neighbours(column, article);
    const facts: [string, string][] = [
      ['索引号', `${view.site.marks.siteIdCode}/${article.date.slice(0, 4)}${article.date.slice(5, 7)}-${String(article.id).slice(-5)}`],
      ['组配分类', column.name],
      ['发布机构', article.source],
      ['生成日期', addDays(article.date, -2)],
      ['发布日期', article.date],
      ['名称', article.title],
    ];
    const main = `<div class="crumbs"><a href="/">首页</a><i>/</i><a href="${column.model.address}">${esc(column.name)}</a><i>/</i><span>正文</span></div>
<main class="detail"><table class="facts">${facts.map(([k, v]) => `<tr><th>${k}：</th><td>${esc(v)}</td></tr>`).join('')}</table>
<h1>${esc(article.title)}</h1><div class="meta"><span>发布时间：${article.date} ${article.time}</span><span>来源：${esc(article.source)}</span><span>阅读次数：</span></div>
<div class="content">${article.body.map((p) => `<p>${esc(p)}</p>`).join('\n')}
${article.pictures.map((n) => `<p><img src="/res/pic/${n}.png" alt="${esc(article.title)}"></p>`).join('\n')}</div>
${article.attachment ? `<div class="files"><a href="${article.attachment.address}">${esc(article.attachment.name)}</a></div>` : ''}
<div class="near">${before ? `<a href="${before.address}">上一篇：${esc(before.title)}</a>` : ''}${after ? `<a href="${after.address}">下一篇：${esc(after.title)}</a>` : ''}</div></main>`;
    return cards.frame(view, { title: `${article.title} - ${view.site.site.name}`, column, article, main });
  },
};

function topLink(entry: MenuEntry): string {
  if (entry.address) return `<a href="${entry.address}">${esc(entry.name)}</a>`;
  return `<div class="drop"><span>${esc(entry.name)}</span>${entry.children.map(topLink).join('')}</div>`;
}

const sideLink = (entry: MenuEntry): string =>
  `<div class="node">${entry.address ? `<a href="${entry.address}">${esc(entry.name)}</a>` : esc(entry.name)}${entry.children.map(sideLink).join('')}</div>`;

function newest(view: SiteView): string {
  const rows = view.latest
    .slice(0, 5)
    .map(
      ({ article }) =>
        `<div class="item"><a href="${article.address}">${esc(short(article.title, 14))}</a><span class="time">${article.date}</span></div>`,
    );
  return `<div class="newest"><h4>最新公开</h4>${rows.join('')}</div>`;
}

function card(view: SiteView, column: ColumnView, a: Article): string {
  const [year, month, day] = a.date.split('-') as [string, string, string];
  const date =
    view.site.variant === 0
      ? `<div class="date"><b>${day}</b><span>${year}-${month}</span></div>`
      : `<div class="date"><p class="day">${day}</p><p class="ym">${year}.${month}</p></div>`;
  const top = a.id === column.pinned ? '<i class="tag">置顶</i>' : '';
  return `<div class="card">${date}<div class="text"><h4>${top}<a href="${a.address}" title="${esc(a.title)}">${esc(short(a.title, 30))}</a></h4><p class="summary">${esc(short(a.body[0] as string, 60))}</p></div></div>`;
}

function pager(column: ColumnView, page: number, pages: number): string {
  return Array.from({ length: pages }, (_, i) => i + 1)
    .map((n) => (n === page ? `<span class="on">${n}</span>` : `<a href="${pageAddress('cards', column.model.address, n)}">${n}</a>`))
    .join('');
}
