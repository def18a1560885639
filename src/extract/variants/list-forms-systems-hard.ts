import type { HardList } from './list-forms-hard.ts';

const N = [
  '关于开展冬季供水安全检查的通知',
  '云溪县举行乡村振兴产业项目签约仪式',
  '县第二中学教学楼改造工程中标结果公示',
  '关于调整城区公交线路运营时间的公告',
  '云溪县2022年度重大行政决策事项目录',
] as const;
const D = ['2023-01-04', '2022-12-30', '2022-12-20', '2022-11-02', '2022-10-09'] as const;
const rows = (row: (t: string, d: string, i: number) => string): string => N.map((t, i) => row(t, D[i] as string, i)).join('\n');
const plain = N.map((t, i) => [t, D[i] as string] as const);
const undated = N.map((t) => [t, null] as const);
const old = (d: string): string => `${Number(d.slice(0, 4)) - 4}${d.slice(4)}`;
const plainOld = plain.map(([t, d]) => [t, old(d)] as const);

/** Lists of real content systems where the right day is easily mistaken for another. */
export const SYSTEM_HARD_LISTS: readonly HardList[] = [
  {
    name: 'consultations: from and to in one cell',
    html: `<table><tr><th>征集主题</th><th>起止时间</th><th>状态</th></tr>${rows((t, d, i) => `<tr><td><a href="a${i}.htm">${t}</a></td><td>${d}至2023-02-0${i + 1}</td><td>征集中</td></tr>`)}</table>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'consultations: from and to behind a label',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><p>征集时间：${d} 至 2023-02-0${i + 1}</p><em>已结束</em></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'nothing but deadlines in a column',
    html: `<table><tr><th>项目名称</th><th>截止日期</th></tr>${rows((t, d, i) => `<tr><td><a href="a${i}.htm">${t}</a></td><td>${d}</td></tr>`)}</table>`,
    items: undated,
    newestDate: null,
  },
  {
    name: 'nothing but deadlines behind labels',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>报名截止时间：${d}</span></li>`)}</ul>`,
    items: undated,
    newestDate: null,
  },
  {
    name: 'deadline before the published day, unlabelled header of divs',
    html: `<div><div class="h"><p>名称</p><p>截止时间</p><p>发布时间</p></div>${rows((t, d, i) => `<div class="r"><p><a href="a${i}.htm">${t}</a></p><p>2023-02-0${i + 1}</p><p>${d}</p></div>`)}</div>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'the day in the title attribute only',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm" title="文章标题：${t}&#13;&#10;作者：佚名&#13;&#10;更新时间：${d} 10:11:00">${t}</a></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'the day in an attribute of data only',
    html: `<ul>${rows((t, d, i) => `<li data-publish-time="${d} 10:11:00"><a href="a${i}.htm">${t}</a></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'years above, month and day beside, all long ago',
    html: `<div><h4>2019年</h4><ul><li><a href="a0.htm">${N[0]}</a><span>01-04</span></li></ul><h4>2018年</h4><ul>${N.slice(1)
      .map((t, i) => `<li><a href="a${i + 1}.htm">${t}</a><span>${(D[i + 1] as string).slice(5)}</span></li>`)
      .join('')}</ul></div>`,
    items: plainOld,
    newestDate: '2019-01-04',
  },
  {
    name: 'one year above, month and day beside, long ago',
    html: `<div><p>2018年</p><ul>${N.slice(1)
      .map((t, i) => `<li><a href="a${i + 1}.htm">${t}</a><span>${(D[i + 1] as string).slice(5)}</span></li>`)
      .join('')}</ul></div>`,
    items: plainOld.slice(1),
    newestDate: '2018-12-30',
  },
  {
    name: 'short days, the whole ones in their titles, long ago',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span title="${old(d)}">${d.slice(5)}</span></li>`)}</ul>`,
    items: plainOld,
    newestDate: '2019-01-04',
  },
  {
    name: 'marquee of fresher notices above',
    html: `<marquee><a href="/m1.htm">关于春节期间放假安排的通知</a> 2023-01-06 <a href="/m2.htm">关于系统升级维护的公告</a> 2023-01-05</marquee><ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'reads that look like years beside whole days',
    html: `<table><tr><th>标题</th><th>点击数</th><th>日期</th></tr>${rows((t, d, i) => `<tr><td><a href="a${i}.htm">${t}</a></td><td>${2025 - i}</td><td>${d}</td></tr>`)}</table>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'reads that look like years beside short days',
    html: `<ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d.slice(5)}</span><em>${[1999, 2026, 2003, 1987, 2020][i]}</em></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'pinned entries with a class of their own and older days',
    html: `<ul><li class="istop"><i>置顶</i><a href="z1.htm">云溪县政府信息公开指南</a><span>2019-03-04</span></li><li class="istop"><i>置顶</i><a href="z2.htm">云溪县政府信息公开申请流程</a><span>2019-03-01</span></li>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: [['云溪县政府信息公开指南', '2019-03-04'], ['云溪县政府信息公开申请流程', '2019-03-01'], ...plain],
    newestDate: '2023-01-04',
    pinned: 2,
  },
  {
    name: 'oldest first',
    html: `<ul>${[...plain]
      .reverse()
      .map(([t, d], i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)
      .join('')}</ul>`,
    items: [...plain].reverse(),
    newestDate: '2023-01-04',
  },
  {
    name: 'numbers of pages above that hold a year',
    html: `<p>共2022条记录 第1/135页 每页15条</p><ul>${rows((t, d, i) => `<li><a href="a${i}.htm">${t}</a><span>${d}</span></li>`)}</ul>`,
    items: plain,
    newestDate: '2023-01-04',
  },
  {
    name: 'index, made, published and in force as four columns without links in the header',
    html: `<table><tbody><tr><td>索引号</td><td>标题</td><td>成文日期</td><td>公开日期</td><td>生效日期</td></tr>${rows((t, d, i) => `<tr><td>X/2022-${i}</td><td><a href="a${i}.htm">${t}</a></td><td>2022-09-0${i + 1}</td><td>${d}</td><td>2023-02-01</td></tr>`)}</tbody></table>`,
    items: plain,
    newestDate: '2023-01-04',
  },
];
