import type { ListForm } from './list-forms.ts';
import type { PoolEntry } from './pool.ts';

const each = (entries: readonly PoolEntry[], row: (e: PoolEntry) => string): string => entries.map(row).join('\n');
const hanzi = (d: string): string => `${d.slice(0, 4)}年${Number(d.slice(5, 7))}月${Number(d.slice(8))}日`;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const english = (d: string): string => `${MONTHS[Number(d.slice(5, 7)) - 1]} ${Number(d.slice(8))}, ${d.slice(0, 4)}`;
const javaDate = (d: string): string => `Tue ${MONTHS[Number(d.slice(5, 7)) - 1]} ${d.slice(8)} 10:22:00 CST ${d.slice(0, 4)}`;
const pairs = (es: readonly PoolEntry[]): (readonly PoolEntry[])[] =>
  es.filter((_, i) => i % 2 === 0).map((_, i) => es.slice(2 * i, 2 * i + 2));
const half = (es: readonly PoolEntry[], n: 0 | 1): readonly PoolEntry[] => {
  const middle = Math.ceil(es.length / 2);
  return n === 0 ? es.slice(0, middle) : es.slice(middle);
};
const every2nd = (es: readonly PoolEntry[], n: 0 | 1): readonly PoolEntry[] => es.filter((_, i) => i % 2 === n);
const li = (e: PoolEntry): string => `<li><a href="${e.href}" title="${e.title}">${e.cut}</a><span>${e.date}</span></li>`;

/** Forms of the content systems of government sites and what their templates were made into, beyond those of `list-forms.ts`. */
export const SYSTEM_FORMS: readonly ListForm[] = [
  {
    name: 'halves side by side, wrappers left and right, running on',
    least: 7,
    html: (es) =>
      `<div class="lists"><div class="list-left"><ul>${each(half(es, 0), li)}</ul></div><div class="list-right"><ul>${each(half(es, 1), li)}</ul></div></div>`,
  },
  {
    name: 'halves side by side, row by row, wrappers fl and fr',
    least: 7,
    html: (es) =>
      `<div><div class="fl w480"><div>${each(every2nd(es, 0), (e) => `<p><a href="${e.href}">${e.title}</a><i>[${e.date}]</i></p>`)}</div></div><div class="fr w490 last"><div>${each(every2nd(es, 1), (e) => `<p><a href="${e.href}">${e.title}</a><i>[${e.date}]</i></p>`)}</div></div></div>`,
  },
  {
    name: 'halves as cells of one row',
    least: 7,
    html: (es) =>
      `<table class="two"><tr><td width="50%"><ul>${each(half(es, 0), li)}</ul></td><td class="r"><ul>${each(half(es, 1), li)}</ul></td></tr></table>`,
  },
  {
    name: 'two entries to a table row',
    html: (es) =>
      `<table>${pairs(es)
        .map((pair) => `<tr>${pair.map((e) => `<td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td>`).join('')}</tr>`)
        .join('\n')}</table>`,
  },
  {
    name: 'two entries to a list item',
    html: (es) =>
      `<ul>${pairs(es)
        .map((pair) => `<li>${pair.map((e) => `<a href="${e.href}">${e.title}</a><span>${e.date}</span>`).join('')}</li>`)
        .join('\n')}</ul>`,
  },
  {
    name: 'index rows set as ul with a header ul: made day before published day',
    html: (es) =>
      `<div class="xxgk"><ul class="head"><li>索引号</li><li>信息名称</li><li>文号</li><li>成文日期</li><li>发布日期</li></ul>${each(es, (e) => `<ul class="row"><li>003021/2022-0${e.i}</li><li><a href="${e.href}" title="${e.title}">${e.cut}</a></li><li>云政〔2022〕${e.i + 1}号</li><li>2022-01-1${e.i % 10}</li><li>${e.date}</li></ul>`)}</div>`,
  },
  {
    name: 'index rows set as div with a header div: published day before day in force',
    html: (es) =>
      `<div><div class="t"><span>文件名称</span><span>发布日期</span><span>实施日期</span></div>${each(es, (e) => `<div class="r"><span><a href="${e.href}">${e.title}</a></span><span>${e.date}</span><span>2023-01-01</span></div>`)}</div>`,
  },
  {
    name: 'table whose first column is the date',
    html: (es) =>
      `<table><tr><th>发布日期</th><th>标题</th><th>来源</th></tr>${each(es, (e) => `<tr><td>${e.date}</td><td><a href="${e.href}">${e.title}</a></td><td>县政府办</td></tr>`)}</table>`,
  },
  {
    name: 'disclosure catalogue: fields in a line below the title',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><p><span>索引号：1134/2022-00${e.i}</span><span>文号：无</span><span>成文日期：2022-01-05</span><span>发布日期：${e.date}</span></p></li>`)}</ul>`,
  },
  {
    name: 'month and day large, year with its character small',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><div class="d"><strong>${e.date.slice(5)}</strong><small>${e.date.slice(0, 4)}年</small></div><div class="t"><a href="${e.href}">${e.title}</a></div></li>`)}</ul>`,
  },
  {
    name: 'day with its character over year and month',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><div><b>${e.date.slice(8)}日</b><span>${e.date.slice(0, 4)}年${e.date.slice(5, 7)}月</span></div><a href="${e.href}">${e.title}</a></li>`)}</ul>`,
  },
  {
    name: 'month-day before the slash of the year',
    least: 2,
    html: (es) =>
      `<ul>${each(es, (e) => `<li><span class="md">${e.date.slice(5).replace('-', '/')}</span><span class="yy">${e.date.slice(0, 4)}</span><a href="${e.href}">${e.title}</a></li>`)}</ul>`,
  },
  {
    name: 'video cards with plays that look like a year',
    html: (es) =>
      `<div class="videos">${each(es, (e) => `<div class="v"><a href="${e.href}"><img src="v${e.i}.jpg"><span>0${e.i % 9}:36</span></a><h4><a href="${e.href}">${e.title}</a></h4><p><i></i>20${10 + (e.i % 14)}<em>${e.date}</em></p></div>`)}</div>`,
  },
  {
    name: 'picture cards, the day over the picture',
    html: (es) =>
      `<ul class="pics">${each(es, (e) => `<li><a href="${e.href}"><div class="img"><img src="/p${e.i}.jpg"><span>${e.date}</span></div><p>${e.title}</p></a></li>`)}</ul>`,
  },
  {
    name: 'letters as cards: written, answered',
    html: (es) =>
      `<div>${each(es, (e) => `<div class="xj"><a href="${e.href}">${e.title}</a><p>写信人：王** 写信日期：${e.date}</p><p>答复单位：县城管局 回复日期：2022-12-30</p></div>`)}</div>`,
  },
  {
    name: 'letters in a table: answered before written',
    html: (es) =>
      `<table><tr><th>标题</th><th>回复日期</th><th>留言日期</th><th>状态</th></tr>${each(es, (e) => `<tr><td><a href="${e.href}">${e.title}</a></td><td>2022-12-30</td><td>${e.date}</td><td>已回复</td></tr>`)}</table>`,
  },
  {
    name: 'consultations: start and end in columns',
    html: (es) =>
      `<table><tr><th>征集主题</th><th>开始时间</th><th>结束时间</th><th>状态</th></tr>${each(es, (e) => `<tr><td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td><td>2023-01-31</td><td>已结束</td></tr>`)}</table>`,
  },
  {
    name: 'announcements: deadline column before the published day',
    html: (es) =>
      `<table><tr><th>公示名称</th><th>公示截止日期</th><th>发布时间</th></tr>${each(es, (e) => `<tr><td><a href="${e.href}">${e.title}</a></td><td>2023-01-0${1 + (e.i % 5)}</td><td>${e.date}</td></tr>`)}</table>`,
  },
  {
    name: 'one paragraph with line breaks',
    html: (es) => `<p>${each(es, (e) => `<a href="${e.href}">${e.title}</a>&nbsp;(${e.date})<br>`)}</p>`,
  },
  {
    name: 'English months',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>${english(e.date)}</span></li>`)}</ul>`,
  },
  {
    name: 'a date as Java prints it',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>${javaDate(e.date)}</span></li>`)}</ul>`,
  },
  {
    name: 'links around the items',
    html: (es) => `<div class="l">${each(es, (e) => `<a href="${e.href}"><li><span>${e.title}</span><em>${e.date}</em></li></a>`)}</div>`,
  },
  {
    name: 'published spelt behind the day',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>${e.date} 发布</span></li>`)}</ul>`,
  },
  {
    name: 'weekday behind the day',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>${hanzi(e.date)} 星期二</span></li>`)}</ul>`,
  },
  {
    name: 'rows behind a button, hidden',
    html: (es) =>
      `<ul>${each(es, (e) => `<li${e.i > 4 ? ' style="display:none"' : ''}><a href="${e.href}">${e.title}</a><span>${e.date}</span></li>`)}</ul><div class="showmore"><a href="javascript:;">展开更多</a></div>`,
  },
  {
    name: 'a tbody for every row',
    html: (es) =>
      `<table><thead><tr><td>名称</td><td>日期</td></tr></thead>${each(es, (e) => `<tbody><tr><td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td></tr></tbody>`)}</table>`,
  },
  {
    name: 'source in brackets, reads and day on the line below',
    html: (es) =>
      `<div class="txt">${each(es, (e) => `<div><h5><a href="${e.href}">${e.title}</a></h5><div><span>【县财政局】</span><span>阅读 2021</span><span>${e.date}</span></div></div>`)}</div>`,
  },
  {
    name: 'one entry each in a form of hidden fields',
    html: (es) =>
      `<div>${each(es, (e) => `<form><input type="hidden" name="pubdate" value="2020-01-01"><a href="${e.href}">${e.title}</a><span>${e.date}</span></form>`)}</div>`,
  },
  {
    name: 'newest entry set as a headline of its own above the list',
    least: 4,
    html: (es) =>
      `<div class="top1"><h3><a href="${es[0]?.href}">${es[0]?.title}</a></h3><p>${es[0]?.date}</p></div><ul>${each(es.slice(1), li)}</ul>`,
  },
  {
    name: 'year and month for a heading, days beside the titles',
    least: 4,
    html: (es) => {
      const months = [...new Set(es.map((e) => e.date.slice(0, 7)))];
      return `<div>${months
        .map(
          (m) =>
            `<h4>${m.slice(0, 4)}年${m.slice(5)}月</h4><ul>${each(
              es.filter((e) => e.date.startsWith(m)),
              (e) => `<li><a href="${e.href}">${e.title}</a><span>${e.date.slice(5)}</span></li>`,
            )}</ul>`,
        )
        .join('')}</div>`;
    },
  },
  {
    name: 'short day shown, whole day in its title',
    least: 2,
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span title="${e.date} 09:12">${e.date.slice(5)}</span></li>`)}</ul>`,
  },
  {
    name: 'TRS rows with the day in an i of the link and an empty bullet',
    html: (es) =>
      `<ul class="list_01">${each(es, (e) => `<li><b></b><a href="./202212/${e.href.slice(2)}" target="_blank" title="${e.title}">${e.cut}<i>${e.date}</i></a></li>`)}</ul>`,
  },
];
