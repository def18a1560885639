import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../core/date.ts';
import { column, read, TITLES } from './testing/column-page.ts';

const DAYS = ['2022-12-27', '2022-12-20', '2022-11-30', '2022-11-02'];
const rows = (row: (title: string, day: string, i: number) => string): string =>
  TITLES.map((t, i) => row(t, DAYS[i] as string, i)).join('\n');
const md = (day: string): string => day.slice(5);

/** Ways in which content systems set one entry; each must give the same four titles, addresses and days. */
const STYLES: readonly [name: string, html: string][] = [
  ['link then date', `<ul class="list">${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><span>${d}</span></li>`)}</ul>`],
  [
    'date then link',
    `<ul>${rows((t, d, i) => `<li><span class="date">[${d}]</span><a href="./n${i}.html" target="_blank">${t}</a></li>`)}</ul>`,
  ],
  ['slashes', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><em>${d.replaceAll('-', '/')}</em></li>`)}</ul>`],
  ['dots and time', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><em>${d.replaceAll('-', '.')} 09:12</em></li>`)}</ul>`],
  [
    'Chinese date',
    `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a>（${d.replace('-', '年').replace('-', '月')}日）</li>`)}</ul>`,
  ],
  ['full-width digits', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><i>${wide(d)}</i></li>`)}</ul>`],
  ['two-digit year', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><i>${d.slice(2)}</i></li>`)}</ul>`],
  ['compact date', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><i>${d.replaceAll('-', '')}</i></li>`)}</ul>`],
  [
    'table with header and number',
    `<table><tr><th>序号</th><th>标题</th><th>日期</th></tr>${rows((t, d, i) => `<tr><td>${i + 1}</td><td><a href="./n${i}.html">${t}</a></td><td>${d}</td></tr>`)}</table>`,
  ],
  [
    'disclosure table with four columns',
    `<table><tbody><tr><td>索引号</td><td>信息名称</td><td>文号</td><td>成文日期</td><td>发布日期</td></tr>${rows(
      (t, d, i) =>
        `<tr><td>00301/2022-0000${i}</td><td><a href="./n${i}.html">${t}</a></td><td>云政〔2022〕${i}号</td><td>2022-10-0${i + 1}</td><td>${d}</td></tr>`,
    )}</tbody></table>`,
  ],
  [
    'layout tables, one per entry',
    rows(
      (t, d, i) =>
        `<table width="98%"><tr><td width="12"><img src="/images/dot.gif"></td><td><a href="./n${i}.html">${t}</a></td><td width="80">${d}</td></tr></table>`,
    ),
  ],
  [
    'rows with dotted lines between',
    `<table>${rows((t, d, i) => `<tr><td><a href="./n${i}.html">${t}</a></td><td>${d}</td></tr><tr><td colspan="2" background="line.gif" height="1"></td></tr>`)}</table>`,
  ],
  [
    'two rows per entry',
    `<table>${rows((t, d, i) => `<tr><td><a href="./n${i}.html">${t}</a></td></tr><tr><td>发布时间：${d}</td></tr>`)}</table>`,
  ],
  ['definition list', `<dl>${rows((t, d, i) => `<dt><a href="./n${i}.html">${t}</a></dt><dd>${d}</dd>`)}</dl>`],
  ['definition list, date first', `<dl>${rows((t, d, i) => `<dt>${d}</dt><dd><a href="./n${i}.html">${t}</a></dd>`)}</dl>`],
  [
    'flat with line breaks',
    `<div class="con">${rows((t, d, i) => `·<a href="./n${i}.html">${t}</a> <font color="#999">(${d})</font><br>`)}</div>`,
  ],
  ['flat spans', `<div>${rows((t, d, i) => `<span class="d">${d}</span><a href="./n${i}.html">${t}</a>`)}</div>`],
  ['paragraphs', rows((t, d, i) => `<p><a href="./n${i}.html">${t}</a>${d}</p>`)],
  [
    'cards',
    rows(
      (t, d, i) =>
        `<div class="item"><a class="pic" href="./n${i}.html"><img src="/p${i}.jpg" alt=""></a><div class="txt"><h3><a href="./n${i}.html">${t}</a></h3><p>连日来，我县各部门认真落实会议精神，各项工作有序推进，取得了阶段性成效，群众反映良好。</p><span class="time">${d}</span><a class="more" href="./n${i}.html">[详细]</a></div></div>`,
    ),
  ],
  [
    'whole card in one link',
    `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html"><div class="l"><img src="p.jpg"></div><h4>${t}</h4><p>摘要文字，12月1日起执行，请各单位遵照办理。</p><span>${d}</span></a></li>`)}</ul>`,
  ],
  [
    'links side by side, date inside',
    `<div>${rows((t, d, i) => `<a href="./n${i}.html"><span class="t">${t}</span><span class="d">${d}</span></a>`)}</div>`,
  ],
  [
    'day box above year and month',
    `<ul>${rows((t, d, i) => `<li><div class="date"><b>${d.slice(8)}</b><span>${d.slice(0, 7)}</span></div><a href="./n${i}.html">${t}</a></li>`)}</ul>`,
  ],
  [
    'year above month and day',
    `<ul>${rows((t, d, i) => `<li><p class="date"><i>${md(d)}</i><em>${d.slice(0, 4)}</em></p><div><a href="./n${i}.html">${t}</a></div></li>`)}</ul>`,
  ],
  [
    'three boxes',
    `<ul>${rows((t, d, i) => `<li><div>${d.slice(0, 4)}</div><div>${d.slice(5, 7)}</div><div>${d.slice(8)}</div><div><a href="./n${i}.html">${t}</a></div></li>`)}</ul>`,
  ],
  ['date at the end of the link text', `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t} [${d}]</a></li>`)}</ul>`],
  [
    'category link in front',
    `<ul>${rows((t, d, i) => `<li>[<a href="/fl${i}/">部门文件</a>] <a href="./n${i}.html">${t}</a><span>${d}</span></li>`)}</ul>`,
  ],
  [
    'views and source beside',
    `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><span>来源：县政府办 发布时间：${d} 浏览：${i}20 次</span></li>`)}</ul>`,
  ],
  [
    'several blocks of one list',
    `<ul>${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><span>${d}</span></li>${i === 1 ? '</ul><ul>' : ''}`)}</ul>`,
  ],
  [
    'unclosed li and nested links',
    `<ul>${rows((t, d, i) => `<li><span>${d}</span><a href="./n${i}.html"><a href="./n${i}.html">${t}</a>`)}</ul>`,
  ],
  [
    'jpage records in a script',
    `<div id="1234"><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1"></a>]]></nextgroup><recordset>${rows(
      (t, d, i) => `<record><![CDATA[<li><a href="./n${i}.html" title="${t}">${t}</a><span>${d}</span></li>]]></record>`,
    )}</recordset></datastore></script></div><script>$('#1234').jpage({perPage:15})</script>`,
  ],
  [
    'document.write',
    `<ul><script>${rows((t, d, i) => `document.write("<li><a href=\\"./n${i}.html\\">${t}<\\/a><span>${d}<\\/span><\\/li>");`)}</script></ul>`,
  ],
  ['blocks per month', `<div><h3>2022年12月</h3><ul>${block(0, 2)}</ul></div><div><h3>2022年11月</h3><ul>${block(2, 4)}</ul></div>`],
];

function block(from: number, to: number): string {
  return TITLES.slice(from, to)
    .map((t, i) => `<li><a href="./n${from + i}.html">${t}</a><span>${DAYS[from + i]}</span></li>`)
    .join('');
}

function wide(text: string): string {
  return text.replace(/[-\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

describe('entries in every style', () => {
  it.each(STYLES)('%s', (_name, html) => {
    const page = read(column(html));
    expect(page.list.map((i) => [i.title, i.href, i.date])).toEqual(TITLES.map((t, i) => [t, `./n${i}.html`, DAYS[i]]));
    expect(page.list.every((i) => i.dateSource === 'visible')).toBe(true);
    expect(page).toMatchObject({ kind: 'column-list', listState: 'items', newestDate: '2022-12-27', article: null });
  });

  it.each(STYLES)('%s, as the only entry', (name, html) => {
    if (/blocks|per month|dotted/.test(name)) return;
    const one = cutToFirst(html);
    const page = read(column(one));
    expect(page.list.map((i) => [i.title, i.date])).toEqual([[TITLES[0], DAYS[0]]]);
    expect(page.kind).toBe('column-list');
  });
});

describe('years that are not shown', () => {
  const days = ['01-05', '01-03', '12-28', '12-20'];
  const list = (href: (i: number) => string, form = (d: string) => `[${d}]`): string =>
    `<ul>${TITLES.map((t, i) => `<li><a href="${href(i)}">${t}</a><span>${form(days[i] as string)}</span></li>`).join('')}</ul>`;
  const dates = (html: string, today: CalendarDate | null) => read(column(html), today).list.map((i) => i.date);
  const expected = ['2023-01-05', '2023-01-03', '2022-12-28', '2022-12-20'];

  it('come from the day of the look and the order', () => {
    expect(
      dates(
        list((i) => `n${i}.html`),
        '2023-01-06',
      ),
    ).toEqual(expected);
    expect(
      dates(
        list((i) => `n${i}.html`),
        '2023-01-05',
      ),
    ).toEqual(expected);
    expect(
      dates(
        list((i) => `n${i}.html`),
        '2023-01-03',
      )[0],
    ).toBe('2022-01-05');
    expect(read(column(list((i) => `n${i}.html`)), '2023-01-06').list[0]?.dateSource).toBe('inferred');
  });
  it('come from the addresses before anything else', () => {
    const href = (i: number): string => `./${expected[i]?.slice(0, 7).replace('-', '')}/t${expected[i]?.replaceAll('-', '')}_${i}.html`;
    expect(dates(list(href), '2024-06-01')).toEqual(expected);
    expect(dates(list(href), null)).toEqual(expected);
  });
  it('stay unknown when nothing tells them', () => {
    const page = read(column(list((i) => `n${i}.html`)));
    expect(page.list.map((i) => [i.date, i.dateSource])).toEqual(days.map(() => [null, null]));
    expect(page).toMatchObject({ kind: 'column-list', newestDate: null, listState: 'items' });
  });
  it.each([
    (d: string) => d.replace('-', '/'),
    (d: string) => `${Number(d.slice(0, 2))}月${Number(d.slice(3))}日`,
    (d: string) => d.replace('-', '.'),
    (d: string) => `（${d}）`,
  ])('in other forms %#', (form) => {
    expect(
      dates(
        list((i) => `n${i}.html`, form),
        '2023-01-06',
      ),
    ).toEqual(expected);
  });
  it('of month and day boxes', () => {
    const html = `<ul>${TITLES.map((t, i) => `<li><div><b>${days[i]?.slice(3)}</b><i>${Number(days[i]?.slice(0, 2))}月</i></div><a href="n${i}.html">${t}</a></li>`).join('')}</ul>`;
    expect(dates(html, '2023-01-06')).toEqual(expected);
  });
});

describe('other forms of dates', () => {
  const listOf = (texts: readonly string[]): string =>
    `<ul>${texts.map((d, i) => `<li><a href="n${i}.html">${TITLES[i]}</a><span>${d}</span></li>`).join('')}</ul>`;
  it('reads 今天, 昨天 and 3小时前 from the day of the look', () => {
    const page = read(column(listOf(['3小时前', '今天 08:30', '昨天', '2022-12-20'])), '2022-12-27');
    expect(page.list.map((i) => [i.date, i.dateSource])).toEqual([
      ['2022-12-27', 'inferred'],
      ['2022-12-27', 'inferred'],
      ['2022-12-26', 'inferred'],
      ['2022-12-20', 'visible'],
    ]);
  });
  it('reads years of the republic', () => {
    expect(read(column(listOf(['111-12-27', '111.12.20', '民國111年11月30日', '110/11/02']))).list.map((i) => i.date)).toEqual([
      '2022-12-27',
      '2022-12-20',
      '2022-11-30',
      '2021-11-02',
    ]);
  });
  it('keeps an entry whose date is no day, without a date', () => {
    const page = read(column(listOf(['2022-12-27', '2022-13-40', '2022-02-30', '2022-11-02'])));
    expect(page.list.map((i) => i.date)).toEqual(['2022-12-27', null, null, '2022-11-02']);
  });
  it('takes the day of entry from addresses only when nothing else is there, and says so', () => {
    const html = `<ul>${TITLES.map((t, i) => `<li><a href="/art/2022/12/${27 - i}/art_12_${i}.html">${t}</a></li>`).join('')}</ul>`;
    const page = read(column(html));
    expect(page.list.map((i) => [i.date, i.dateSource])).toEqual([27, 26, 25, 24].map((d) => [`2022-12-${d}`, 'url']));
    expect(page.newestDate).toBeNull();
  });
  it('does not take a date of the title for the date of the entry', () => {
    const html = `<ul>${rows((t, d, i) => `<li><a href="n${i}.html">2022年1月${i + 1}日${t}</a><span>${d}</span></li>`)}</ul>`;
    expect(read(column(html)).list.map((i) => i.date)).toEqual(DAYS);
  });
  it('does not take a date of the summary for the date of the entry', () => {
    const html = rows(
      (t, d, i) =>
        `<div class="item"><h3><a href="n${i}.html">${t}</a></h3><p>2022年1月5日，全县工作会议召开，会议传达了上级精神并部署下一步工作，各单位负责同志参加。</p><p>${d}</p></div>`,
    );
    expect(read(column(html)).list.map((i) => i.date)).toEqual(DAYS);
  });
  it('prefers the day of publishing or asking over other days of an entry', () => {
    const html = `<ul>${rows((t, d, i) => `<li><a href="n${i}.html">${t}</a><p>成文日期：2022-01-0${i + 1} 发布日期：${d}</p></li>`)}</ul>`;
    expect(read(column(html)).list.map((i) => i.date)).toEqual(DAYS);
    const letters = `<ul>${rows((t, d, i) => `<li><a href="n${i}.html">${t}</a><p>回复时间：2023-01-0${i + 1}</p><p>来信时间：${d}</p></li>`)}</ul>`;
    expect(read(column(letters)).list.map((i) => i.date)).toEqual(DAYS);
  });
});

describe('a day told in a summary', () => {
  const card = (date: string): string =>
    `<ul>${rows((t, d, i) => `<li><div>${date.replace('DD', d.slice(8)).replace('YM', d.slice(0, 7))}</div><h3><a href="n${i}.html">${t}</a></h3><p>活动将持续到2023年1月9日，定于2022年12月31日举行启动仪式，请各单位按时参加。</p></li>`)}</ul>`;
  it.each(['<b>DD</b><i>YM</i>', '<b>DD</b>/<i>YM</i>'])('does not go before the box of day and month %s', (box) => {
    expect(read(column(card(box))).list.map((i) => i.date)).toEqual(DAYS);
  });
  it('is not the date of an entry that shows none', () => {
    expect(read(column(card(''))).list.map((i) => i.date)).toEqual([null, null, null, null]);
  });
});

describe('titles', () => {
  const one = (inner: string): string | undefined => read(column(`<ul><li>${inner}<span>2022-12-27</span></li></ul>`)).list[0]?.title;
  it.each([
    ['cut with dots', '<a href="a.html" title="关于印发云溪县城乡居民医疗保险实施办法的通知">关于印发云溪县城乡居民医疗...</a>'],
    ['cut without dots', '<a href="a.html" title="关于印发云溪县城乡居民医疗保险实施办法的通知">关于印发云溪县城乡居民医疗保险</a>'],
    ['cut with an ellipsis letter', '<a href="a.html" title="关于印发云溪县城乡居民医疗保险实施办法的通知">关于印发云溪县城乡…</a>'],
    [
      'attribute with several fields',
      '<a href="a.html" title="文章标题：关于印发云溪县城乡居民医疗保险实施办法的通知&#13;&#10;作者：admin&#13;&#10;更新时间：2022-12-27">关于印发云溪县城乡居…</a>',
    ],
    ['attribute that says something else', '<a href="a.html" title="点击查看">关于印发云溪县城乡居民医疗保险实施办法的通知</a>'],
    ['bullet in front', '<a href="a.html">· 关于印发云溪县城乡居民医疗保险实施办法的通知</a>'],
    [
      'link to documents behind',
      '<a href="a.html">关于印发云溪县城乡居民医疗保险实施办法的通知</a> <a href="b.html">[图解]</a> <a href="c.pdf">下载</a>',
    ],
    ['words in colour', '<a href="a.html">关于印发<font color="red">云溪县</font>城乡居民医疗保险实施办法的通知</a>'],
    ['entities', '<a href="a.html">关于印发云溪县&#22478;乡居民医疗保险实施办法的通知</a>'],
  ])('%s', (_name, inner) => {
    expect(one(inner)).toBe('关于印发云溪县城乡居民医疗保险实施办法的通知');
  });
});

describe('pinned entries', () => {
  const list = (marks: readonly string[], days: readonly string[] = DAYS): string =>
    `<ul>${TITLES.map((t, i) => `<li>${marks[i] ?? ''}<a href="n${i}.html">${t}</a><span>${days[i]}</span></li>`).join('')}</ul>`;
  const pinned = (html: string) => read(column(html)).list.map((i) => i.pinned);
  it.each(['<em>置顶</em>', '<i class="icon-top"></i>', '<img src="/images/zd.gif">', '<span>[顶]</span>'])('by their mark %s', (mark) => {
    expect(pinned(list([mark]))).toEqual([true, false, false, false]);
  });
  it('by their place: older, at the head of a list from new to old', () => {
    expect(pinned(list([], ['2021-03-01', '2022-12-20', '2022-12-10', '2022-11-02']))).toEqual([true, false, false, false]);
    expect(read(column(list([], ['2021-03-01', '2022-12-20', '2022-12-10', '2022-11-02']))).newestDate).toBe('2022-12-20');
  });
  it('not where the list has no order at all', () => {
    expect(pinned(list([], ['2021-03-01', '2022-12-20', '2021-11-10', '2022-11-02']))).toEqual([false, false, false, false]);
    expect(pinned(list([]))).toEqual([false, false, false, false]);
  });
});

describe('what is not the list', () => {
  const side = (heading: string): string =>
    `<div class="box"><h3>${heading}</h3><ul>${Array.from({ length: 8 }, (_, i) => `<li><a href="/hot/${i}.html">各部门积极开展冬季安全生产检查工作之${i}</a><span>2022-12-2${i}</span></li>`).join('')}</ul></div>`;
  const main = `<ul class="newslist">${rows((t, d, i) => `<li><a href="./n${i}.html">${t}</a><span>${d}</span></li>`)}</ul>`;
  it.each(['热门文章', '推荐阅读', '点击排行', '最新发布'])('a side list %s', (heading) => {
    expect(read(column(side(heading) + main)).list.map((i) => i.title)).toEqual(TITLES);
    expect(read(column(main, side(heading))).list.map((i) => i.title)).toEqual(TITLES);
  });
  it('a side list even when the column holds one entry', () => {
    const html = `<ul><li><a href="n.html">${TITLES[0]}</a><span>2022-12-27</span></li></ul>`;
    expect(read(column(html, `<div class="page">共1条</div>${side('热点排行')}`)).list.map((i) => i.title)).toEqual([TITLES[0]]);
  });
  it('friendly links and menus', () => {
    const links = `<div class="links"><ul>${Array.from({ length: 12 }, (_, i) => `<li><a href="http://x${i}.gov.cn">云溪县第${i}人民医院门户网站</a></li>`).join('')}</ul></div>`;
    expect(read(column(main, links)).list.map((i) => i.title)).toEqual(TITLES);
  });
});

/** The same markup with the first of its four entries only. */
function cutToFirst(html: string): string {
  const lines = html.split('\n');
  const last = lines[3] as string;
  // What follows the last entry closes the containers.
  const tail = /^.*?((?:<\/(?:ul|dl|table|tbody|div|recordset|datastore|script)>)+(?:<script>.*)?)$/.exec(last)?.[1] ?? '';
  return (lines[0] as string) + tail;
}
