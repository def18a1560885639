import type { PoolEntry } from './pool.ts';

/** One way in which a content system sets a list of entries; each must be read back as the pool wrote it. */
export interface ListForm {
  name: string;
  html: (entries: readonly PoolEntry[]) => string;
  /** Fewer entries than this cannot be told from something else. */
  least?: number;
}

const each = (entries: readonly PoolEntry[], row: (e: PoolEntry) => string, between: (i: number) => string = () => ''): string =>
  entries.map((e) => row(e) + between(e.i)).join('\n');
const slash = (d: string): string => d.replaceAll('-', '/');
const dots = (d: string): string => d.replaceAll('-', '.');
const hanzi = (d: string): string => `${d.slice(0, 4)}年${d.slice(5, 7)}月${d.slice(8)}日`;
const everyFive = (markup: string) => (i: number) => (i % 5 === 4 ? markup : '');
const SUMMARY = [
  '近日，全县各级各部门认真贯彻落实会议精神，扎实推进各项重点工作，取得阶段性成效，群众满意度持续提升。',
  '自2022年1月1日起至2022年12月31日止，凡在我县行政区域内从事相关活动的单位和个人均应当遵守本规定。',
  '12月28日上午，县委、县政府召开专题会议，会议指出要提高政治站位，压实工作责任，确保各项任务落地见效。',
  '联系电话：0558-2022122，举报邮箱：yx@163.com，截止时间：2023年02月10日17时。',
];
const summary = (i: number): string => SUMMARY[i % SUMMARY.length] as string;

export const LIST_FORMS: readonly ListForm[] = [
  {
    name: 'ul with cut title, full title in the attribute, thin line every five',
    html: (es) =>
      `<ul class="gl_list">${each(es, (e) => `<li><a href="${e.href}" target="_blank" title="${e.title}">${e.cut}</a><span>${e.date}</span></li>`, everyFive('<li class="line"></li>'))}</ul>`,
  },
  {
    name: 'blocks of five, each in its own ul under one div',
    html: (es) =>
      `<div class="zz"><ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><b>${e.date}</b></li>`, everyFive('</ul><ul>'))}</ul></div>`,
  },
  {
    name: 'blocks of five, each in a div of its own',
    html: (es) =>
      `<div class="xx"><div class="blk"><ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><b>${e.date}</b></li>`, everyFive('</ul></div><div class="blk"><ul>'))}</ul></div></div>`,
  },
  {
    name: 'blocks of five in table cells',
    html: (es) =>
      `<table><tr><td><ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><b>${e.date}</b></li>`, everyFive('</ul></td></tr><tr><td><ul>'))}</ul></td></tr></table>`,
  },
  {
    name: 'blocks of six as li in nested ul with first and last named',
    html: (es) => {
      const rows = es.map((e) => `<li><span>${e.date}</span><a href="${e.href}">${e.title}</a></li>`);
      const blocks: string[] = [];
      for (let i = 0; i < rows.length; i += 6)
        blocks.push(
          `<li class="${i === 0 ? 'first' : i + 6 >= rows.length ? 'last' : 'mid'}"><ul>${rows.slice(i, i + 6).join('')}</ul></li>`,
        );
      return `<ul>${blocks.join('')}</ul>`;
    },
  },
  {
    name: 'blocks of paragraphs parted by hr',
    html: (es) => `<div>${each(es, (e) => `<p><a href="${e.href}">${e.title}</a> [${e.date}]</p>`, everyFive('<hr>'))}</div>`,
  },
  {
    name: 'blocks of div entries, five to a div',
    html: (es) =>
      `<div><div>${each(es, (e) => `<div class="r"><a href="${e.href}">${e.title}</a><span>${e.date}</span></div>`, everyFive('</div><div>'))}</div></div>`,
  },
  {
    name: 'one table per entry with bullet picture',
    html: (es) =>
      `<div>${each(es, (e) => `<table width="100%" border="0" cellspacing="0"><tr><td width="20" align="center"><img src="/images/d.gif"></td><td align="left"><a class="bt_link" title='${e.title}' href='${e.href}'>${e.cut}</a></td><td align="right" width="90"><span class="bt_time">${e.date}</span></td></tr></table>`)}</div>`,
  },
  {
    name: 'one table with separator rows',
    html: (es) =>
      `<table class="winstyle1037">${each(es, (e) => `<tr height="20"><td width="1%" nowrap><span class="leaderfont1037">· </span></td><td><a class="c1037" href="${e.href}" title="${e.title}">${e.cut}</a></td><td width="1%" nowrap><span class="timestyle1037">${slash(e.date)}&nbsp;</span></td></tr><tr><td colspan="3" height="1"><img src="/blank.gif" width="1" height="1"></td></tr>`)}</table>`,
  },
  {
    name: 'date inside the link before the title',
    html: (es) => `<ul>${each(es, (e) => `<li id="line_u8_${e.i}"><a href="${e.href}"><span>${e.date}</span>${e.title}</a></li>`)}</ul>`,
  },
  {
    name: 'em for the title, i for the date, both inside the link',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}"><em>${e.title}</em><i>${e.date}</i></a></li>`)}</ul>`,
  },
  {
    name: 'odd and even rows with separators',
    html: (es) =>
      `<ul class="doc_list">${each(es, (e) => `<li class="${e.i % 2 === 0 ? 'odd' : 'even'}"><span class="right date">${e.date}</span><span class="left"><a title="${e.title}" href="${e.href}">${e.title}</a></span></li>`, everyFive('<li class="lm_line"></li>'))}</ul>`,
  },
  {
    name: 'several fields in the title attribute, category in front, views behind',
    html: (es) =>
      `<table>${each(es, (e) => `<tr><td><img src="/c.gif">[<a class="listA" href="/Class${e.i % 3}/">通知</a>] <a class="listA" href="${e.href}" title="文章标题：${e.title}&#13;&#10;作　　者：佚名&#13;&#10;更新时间：${e.date}&#13;&#10;点击次数：2022">${e.cut}</a></td><td width="40">${2000 + e.i}</td><td align="right">${hanzi(e.date)}</td></tr>`)}</table>`,
  },
  {
    name: 'cards with small labels and a summary that holds days',
    html: (es) =>
      `<div class="listbox"><ul class="e2">${each(es, (e) => `<li>[<b><a href="/list${e.i % 2}/">工作动态</a></b>] <a href="${e.href}" class="title">${e.title}</a><span class="info"><small>日期：</small>${e.date} 09:1${e.i % 10}:00 <small>点击：</small>2022 <small>好评：</small>0</span><p class="intro">${summary(e.i)}</p></li>`)}</ul></div>`,
  },
  {
    name: 'time right, bullet as text, thin lines as li',
    html: (es) =>
      `<ul class="list lh24 f14">${each(es, (e) => `<li><span class="rt">${e.date} 10:22:1${e.i % 10}</span>·<a href="${e.href}" target="_blank" style="">${e.title}</a></li>`, everyFive('<li class="bk20 hr"></li>'))}</ul>`,
  },
  {
    name: 'whole block a link, day over year and month, summary',
    html: (es) =>
      `<div class="items">${each(es, (e) => `<div class="item"><a class="block" href="${e.href}"><div class="date"><span class="day">${e.date.slice(8)}</span><span class="ym">${e.date.slice(0, 4)}.${e.date.slice(5, 7)}</span></div><div class="info"><div class="title">${e.title}</div><div class="desc">${summary(e.i)}</div></div></a></div>`)}</div>`,
  },
  {
    name: 'month and day over year',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><div><span>${e.date.slice(5)}</span><p>${e.date.slice(0, 4)}</p></div><div><a href="${e.href}">${e.title}</a><p>${summary(e.i)}<a href="${e.href}">【详情】</a></p></div></li>`)}</ul>`,
  },
  {
    name: 'day / month-of-year with slash between',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><h3>${e.date.slice(8)}<span>/${e.date.slice(0, 7)}</span></h3><a href="${e.href}">${e.title}</a></li>`)}</ul>`,
  },
  {
    name: 'index table, header in the table',
    html: (es) =>
      `<table class="xxgk"><tr><td>索引号</td><td>信息名称</td><td>发布机构</td><td>生成日期</td><td>发文字号</td></tr>${each(es, (e) => `<tr><td>003${e.i}021/2022-0012${e.i}</td><td><a href="${e.href}" title="${e.title}">${e.cut}</a></td><td>云溪县人民政府办公室</td><td>${e.date}</td><td>云政〔2022〕${e.i + 1}号</td></tr>`)}</table>`,
  },
  {
    name: 'index table, header in another table',
    html: (es) =>
      `<table><tr><td>序号</td><td>文件名称</td><td>发布日期</td><td>文号</td></tr></table><table>${each(es, (e) => `<tr><td>${e.i + 1}</td><td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td><td>云政办发〔2021〕${e.i + 1}号</td></tr>`)}</table>`,
  },
  {
    name: 'thead with made day before published day',
    html: (es) =>
      `<table><thead><tr><th>序号</th><th>标题</th><th>成文日期</th><th>发布日期</th></tr></thead><tbody>${each(es, (e) => `<tr><td>${e.i + 1}</td><td><a href="${e.href}">${e.title}</a></td><td>2022-12-29</td><td>${e.date}</td></tr>`)}</tbody></table>`,
  },
  {
    name: 'table: published day before day in force',
    html: (es) =>
      `<table><thead><tr><th>文件标题</th><th>公开日期</th><th>失效日期</th></tr></thead><tbody>${each(es, (e) => `<tr><td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td><td>2027-12-31</td></tr>`)}</tbody></table>`,
  },
  {
    name: 'hover card of index fields in every row',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}" class="name">${e.title}</a><b>${e.date}</b><div class="tip" style="display:none"><p>索引号：00${e.i}/2022-00${e.i}</p><p>文号：云政〔2022〕${e.i}号</p><p>成文日期：2022-12-30</p><p>发布日期：${e.date}</p></div></li>`)}</ul>`,
  },
  {
    name: 'hover card as table in a cell',
    least: 3,
    html: (es) =>
      `<div class="xxgk_nav_con">${each(es, (e) => `<ul class="xxgk_nav_list"><li class="mc"><a href="${e.href}">${e.title}</a><div class="box"><table><tr><td>索 引 号：</td><td>00${e.i}45/2022-1</td><td>组配分类：</td><td>通知公告</td></tr><tr><td>发布机构：</td><td>县财政局</td><td>成文日期：</td><td>2022-12-30</td></tr><tr><td>名　　称：</td><td colspan="3"><a href="${e.href}">${e.title}</a></td></tr></table></div></li><li class="fbrq">${e.date}</li></ul>`)}</div>`,
  },
  {
    name: 'document number line, then published line',
    html: (es) =>
      `<div>${each(es, (e) => `<div class="list-item"><h4><a href="${e.href}">${e.title}</a></h4><div>${summary(e.i)}</div><p><span>文号：云政〔2022〕${e.i}号</span><span>发布日期：${e.date}</span></p></div>`)}</div>`,
  },
  {
    name: 'server-rendered components',
    html: (es) =>
      `<div data-v-3fa1c2><!--[-->${each(es, (e) => `<div data-v-3fa1c2 class="css-1x2y3z"><!----><a data-v-3fa1c2 href="${e.href}"><p data-v-3fa1c2>${e.title}</p></a><!----><span data-v-3fa1c2>${e.date}</span></div>`)}<!--]--></div>`,
  },
  {
    name: 'nested layout tables with spacers',
    html: (es) =>
      `<table><tr><td><img src="spacer.gif"></td><td><table><tr><td><table width="96%">${each(es, (e) => `<tr><td><table><tr><td><img src="dot.gif"></td><td><a href="${e.href}"><font color="#333333">${e.title}</font></a></td></tr></table></td><td><font color="#999999">[${e.date}]</font></td></tr><tr><td colspan="2" background="x.gif"><img src="spacer.gif"></td></tr>`)}</table></td></tr></table></td></tr></table>`,
  },
  {
    name: 'dl with one dt dd pair each',
    html: (es) => `<div>${each(es, (e) => `<dl><dt><a href="${e.href}">${e.title}</a></dt><dd>${dots(e.date)}</dd></dl>`)}</div>`,
  },
  {
    name: 'dl with dd summary and dd date',
    html: (es) =>
      `<dl>${each(es, (e) => `<dt><a href="${e.href}">${e.title}</a></dt><dd>${summary(e.i)}</dd><dd>发布时间：${e.date}</dd>`)}</dl>`,
  },
  {
    name: 'no-break filler and bracketed date in the font',
    html: (es) =>
      `<div>${each(es, (e) => `&nbsp;&nbsp;■&nbsp;<a href="${e.href}">${e.title}</a>&nbsp;&nbsp;&nbsp;&nbsp;<font color="gray">[${e.date}]</font>&nbsp;<br>`)}</div>`,
  },
  {
    name: 'no-break filler between date digits and link, date first',
    html: (es) => `<div>${each(es, (e) => `<p>[${e.date}]&nbsp;&nbsp;<a href="${e.href}">${e.title}</a></p>`)}</div>`,
  },
  {
    name: 'date in the link text at the end, round brackets',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}（${e.date}）</a></li>`)}</ul>`,
  },
  {
    name: 'department column before the date',
    html: (es) =>
      `<table><tr><th>标题</th><th>发布部门</th><th>发布时间</th></tr>${each(es, (e) => `<tr><td><a href="${e.href}">${e.title}</a></td><td><a href="/bm/${e.i % 4}/">云溪县民政局</a></td><td>${e.date}</td></tr>`)}</table>`,
  },
  {
    name: 'views that look like a year and month',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>2022/1234</span><span>${e.date}</span></li>`)}</ul>`,
  },
  {
    name: 'validity range beside the date',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>公示期：2022-12-28至2022-12-31</span><span>发布时间：${e.date}</span></li>`)}</ul>`,
  },
  {
    name: 'new icon and attachment link behind',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a>${e.i < 3 ? '<img src="/images/new.gif" alt="new">' : ''} <a href="/f/${e.i}.pdf">附件</a><span>${e.date}</span></li>`)}</ul>`,
  },
  {
    name: 'picture and text both linked',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}"><img src="/p${e.i}.jpg" alt="${e.title}"></a><a href="${e.href}">${e.title}</a><p>${summary(e.i)}</p><p>${hanzi(e.date)}</p></li>`)}</ul>`,
  },
  {
    name: 'upper-case old markup without closing tags',
    html: (es) => `<TABLE>${each(es, (e) => `<TR><TD>·<A HREF="${e.href}">${e.title}</A><TD ALIGN=right>${e.date}`)}</TABLE>`,
  },
  {
    name: 'records in a textarea',
    html: (es) =>
      `<div id="div99"></div><textarea id="txt99" style="display:none"><recordset>${each(es, (e) => `<record><![CDATA[<li><a href="${e.href}">${e.title}</a><span>${e.date}</span></li>]]></record>`)}</recordset></textarea>`,
  },
  {
    name: 'records of typed data in a script',
    html: (es) =>
      `<div id="d7"><script type="text/xmldata"><datastore><totalrecord>88</totalrecord><recordset>${each(es, (e) => `<record><![CDATA[<tr><td><a href='${e.href}' title='${e.title}'>${e.cut}</a></td><td>[${e.date}]</td></tr>]]></record>`)}</recordset></datastore></script></div>`,
  },
  {
    name: 'titles and dates in two columns side by side',
    least: 3,
    html: (es) =>
      `<div><div class="l"><ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a></li>`)}</ul></div><div class="r"><ul>${each(es, (e) => `<li>${e.date}</li>`)}</ul></div></div>`,
  },
  {
    name: 'question letters with asked and answered days',
    html: (es) =>
      `<table><tr><th>编号</th><th>来信标题</th><th>来信时间</th><th>回复时间</th><th>状态</th></tr>${each(es, (e) => `<tr><td>XJ20221${e.i}</td><td><a href="${e.href}">${e.title}</a></td><td>${e.date}</td><td>2022-12-29</td><td>已办结</td></tr>`)}</table>`,
  },
  {
    name: 'rows clickable by script',
    html: (es) => `<div>${each(es, (e) => `<p onclick="location.href='${e.href}'"><span>${e.title}</span><em>${e.date}</em></p>`)}</div>`,
  },
  {
    name: 'links within h2 with time element',
    html: (es) =>
      `<main>${each(es, (e) => `<article><header><h2><a href="${e.href}" rel="bookmark">${e.title}</a></h2><time datetime="${e.date}T08:00:00">${hanzi(e.date)}</time></header><p>${summary(e.i)}</p></article>`)}</main>`,
  },
  {
    name: 'source and label before the date on one line',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><div>来源：云溪县公安局　|　发布时间：${e.date} 　|　浏览：2022次</div></li>`)}</ul>`,
  },
  {
    name: 'numbers in front of titles outside the link',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><i>${String(e.i + 1).padStart(2, '0')}</i><a href="${e.href}">${e.title}</a><span>${e.date}</span></li>`)}</ul>`,
  },
  {
    name: 'date in a link of its own to the same page',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><a href="${e.href}">${e.date}</a></li>`)}</ul>`,
  },
  {
    name: 'dates with blanks between the parts',
    html: (es) => `<ul>${each(es, (e) => `<li><a href="${e.href}">${e.title}</a><span>${e.date.replaceAll('-', ' - ')}</span></li>`)}</ul>`,
  },
  {
    name: 'date printed twice, once for narrow screens',
    html: (es) =>
      `<ul>${each(es, (e) => `<li><span class="pc">${e.date}</span><a href="${e.href}">${e.title}</a><span class="wap">${e.date}</span></li>`)}</ul>`,
  },
  {
    name: 'video cards with the length linked like the title',
    html: (es) =>
      `<div class="video">${each(es, (e) => `<div class="item"><a href="${e.href}"><img src="v${e.i}.jpg"><i>03:2${e.i % 10}</i></a><p><a href="${e.href}">${e.title}</a></p><em>${e.date}</em></div>`)}</div>`,
  },
];
