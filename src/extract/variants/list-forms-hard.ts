import type { CalendarDate } from '../../core/date.ts';
import type { PageKind } from '../page/kind.ts';

/** A list page whose truth is stated entry by entry: title and date (null = none shown). */
export interface HardList {
  name: string;
  html: string;
  items: readonly (readonly [title: string, date: string | null])[];
  newestDate: CalendarDate | null;
  pinned?: number;
  kind?: PageKind;
}

const N = [
  '关于做好岁末年初安全生产工作的通知',
  '云溪县召开乡村振兴工作推进会议',
  '县人民医院新院区建设项目环评公示',
  '关于公布行政规范性文件清理结果的公告',
  '云溪县2022年度法治政府建设情况报告',
] as const;
const D = ['2023-01-04', '2022-12-30', '2022-12-20', '2022-11-02', '2022-10-09'] as const;
const rows = (row: (t: string, d: string, i: number) => string): string => N.map((t, i) => row(t, D[i] as string, i)).join('\n');
const plain = N.map((t, i) => [t, D[i] as string] as const);
const md = (d: string): string => d.slice(5);

export const HARD_LISTS: readonly HardList[] = [
  {
    name: '[12-27] behind the link',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a>[${md(d)}]</li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: '(12-27) in the link',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}(${md(d)})</a></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: '12/27 before the link',
    html: `<ul>${rows((t, d, i) => `<li><i>${md(d).replace('-', '/')}</i><a href="a${i}.htm">${t}</a></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: '12月27日',
    html: `<dl>${rows((t, d, i) => `<dd><a href="a${i}.htm">${t}</a><em>${d.slice(5, 7)}月${d.slice(8)}日</em></dd>`)}</dl>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'pinned old entry with a mark',
    html: `<ul><li><a href="z.htm"><font color="red">[置顶]</font>云溪县政府网站使用说明</a><span>2020-05-06</span></li>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: [['云溪县政府网站使用说明', '2020-05-06'], ...plain],
    newestDate: '2023-01-04',
    pinned: 1,
  },
  {
    name: 'pinned entries in a list of their own above',
    html: `<ul class="top"><li><em>顶</em><a href="z.htm">云溪县政府网站使用说明</a><span>2020-05-06</span></li></ul><ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: [['云溪县政府网站使用说明', '2020-05-06'], ...plain],
    newestDate: '2023-01-04',
    pinned: 1,
  },
  {
    name: 'headline of the column set apart above the list',
    html: `<div class="tt"><h2><a href="a0.htm">${N[0]}</a></h2><p>全县各级各部门要认真贯彻落实会议精神，扎实推进各项重点工作，取得阶段性成效。</p></div><ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'list under a heading per year',
    html: `<div><h4>2023年</h4><ul><li><a href="a0.htm">${N[0]}</a><span>2023-01-04</span></li></ul><h4>2022年</h4><ul>${N.slice(1)
      .map((t, i) => `<li><a href="a${i + 1}.htm">${t}</a><span>${D[i + 1]}</span></li>`)
      .join('')}</ul></div>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'some entries without a date',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a>${i === 2 ? '' : `<span>${d}</span>`}</li>`)}</ul>`,
    items: plain.map(([t, d], i) => [t, i === 2 ? null : d] as const),
    newestDate: '2023-01-04',
  },
  {
    name: 'no date at all, numbers that look like dates beside',
    html: `<ul>${rows((t, _, i) => `<li><a href="a${i}.htm">${t}</a><span>2022/123${i}</span></li>`)}</ul>`,
    items: N.map((t) => [t, null] as const),
    newestDate: null,
  },
  {
    name: 'no date at all, document numbers and telephones beside',
    html: `<table><tr><td>名称</td><td>文号</td><td>电话</td></tr>${rows((t, _, i) => `<tr><td><a href="a${i}.htm">${t}</a></td><td>云政〔2022〕${i + 1}号</td><td>0558-2022122${i}</td></tr>`)}</table>`,
    items: N.map((t) => [t, null] as const),
    newestDate: null,
  },
  {
    name: 'no date at all, range of validity beside',
    html: `<ul>${rows((t, _, i) => `<li><a href="a${i}.htm">${t}</a><span>2022-01-01至2022-12-3${i % 2}</span></li>`)}</ul>`,
    items: N.map((t) => [t, null] as const),
    newestDate: null,
  },
  {
    name: 'dates only in titles',
    html: `<ul>${N.map((_, i) => `<li><a href="a${i}.htm">云溪县2022年12月${20 + i}日疫情防控情况通报</a></li>`).join('')}</ul>`,
    items: N.map((_, i) => [`云溪县2022年12月${20 + i}日疫情防控情况通报`, null] as const),
    newestDate: null,
  },
  {
    name: 'titles that end in a bracketed day, dates beside',
    html: `<ul>${rows((_, d, i) => `<li><a href="a${i}.htm">县气象台天气快报第${i + 1}期（2022-12-1${i}）</a><span>${d}</span></li>`)}</ul>`,
    items: D.map((d, i) => [`县气象台天气快报第${i + 1}期（2022-12-1${i}）`, d] as const),
    newestDate: '2023-01-04',
  },
  {
    name: 'titles that begin with a day, month and day beside',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">12月${10 + i}日：${t}</a><span>${md(d)}</span></li>`)}</ul>`,
    items: plain.map(([t, d], i) => [`12月${10 + i}日：${t}`, d] as const),
    newestDate: '2023-01-04',
  },
  {
    name: 'days to come',
    html: `<ul><li><a href="z.htm">新春音乐会票务公告</a><span>2023-02-01</span></li>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: [['新春音乐会票务公告', '2023-02-01'], ...plain],
    newestDate: '2023-01-04',
  },
  {
    name: 'impossible days',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${i === 0 ? '0000-00-00' : d}</span></li>`)}</ul>`,
    items: plain.map(([t, d], i) => [t, i === 0 ? null : d] as const),
    newestDate: '2022-12-30',
  },
  {
    name: 'cards in two columns of a table',
    html: `<table><tr>${N.slice(0, 2)
      .map((t, i) => `<td><a href="a${i}.htm">${t}</a><br>${D[i]}</td>`)
      .join('')}</tr><tr>${N.slice(2, 4)
      .map((t, i) => `<td><a href="a${i + 2}.htm">${t}</a><br>${D[i + 2]}</td>`)
      .join('')}</tr></table>`,
    items: plain.slice(0, 4),
    newestDate: '2023-01-04',
  },
  {
    name: 'photographs with a date under each',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm"><img src="${i}.jpg"></a><p><a href="a${i}.htm">${t}</a></p><p>拍摄：张某 ${d}</p></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'row of links of documents behind every entry',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a> <a href="b${i}.htm">图解</a> <a href="c${i}.htm">视频解读</a> <a href="d${i}.htm">部门解读</a><span>${d}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'search results with the address as text',
    html: `<div>${rows((t, d, i) => `<div class="r"><h3><a href="a${i}.htm">${t}</a></h3><p>内容摘要：关于2022年1月1日实施的有关规定，请各单位认真学习并贯彻执行，不断提升工作水平。</p><p><a href="a${i}.htm">http://www.yunxi.gov.cn/art/2022/1/1/art_1_${i}.html</a> ${d}</p></div>`)}</div>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'deadline before the published day',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><p>征集时间：2023-01-0${i + 1}至2023-02-01</p><p>发布时间：${d}</p></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'table of letters without labels: number, title, asked, answered',
    html: `<table><tr><td>信件编号</td><td>信件标题</td><td>写信时间</td><td>办结时间</td></tr>${rows((t, d, i) => `<tr><td>20221227000${i}</td><td><a href="a${i}.htm">${t}</a></td><td>${d}</td><td>2023-01-05</td></tr>`)}</table>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'eight digits as number, real date behind',
    html: `<ul>${rows((t, d, i) => `<li><b>2022122${i}</b><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'minutes without seconds glued to the day',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}09:3${i}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'department in brackets before and day behind in one run of text',
    html: `<div>${rows((t, d, i) => `<p>[县发改委] <a href="a${i}.htm">${t}</a> ${d.replaceAll('-', '.')}　阅读 20${i}</p>`)}</div>`,
    items: plain,
    newestDate: '2023-01-04',
  },
];
