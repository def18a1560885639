import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { NAMINGS } from './shells.ts';

const TODAY = '2023-01-06';
const STEMS = [
  '全县安全生产工作会议召开',
  '关于元旦春节期间值班安排的通知',
  '县政府常务会议研究民生实事',
  '云溪县招聘编外人员公告',
  '政策图解医疗保险新规',
  '乡镇开展冬季义务植树活动',
];
const title = (block: number, i: number): string => `${STEMS[(block + i) % STEMS.length]}（${block + 1}-${i + 1}）`;
const day = (block: number, i: number): string => `2022-12-${String(28 - block - i).padStart(2, '0')}`;
const item = (block: number, i: number): string =>
  `<li><a href="/c${block}/${i}.htm">${title(block, i)}</a><span>${day(block, i).slice(5)}</span></li>`;
const itemFull = (block: number, i: number): string =>
  `<li><a href="/c${block}/${i}.htm">${title(block, i)}</a><span>${day(block, i)}</span></li>`;
const list = (block: number, n = 5, of = itemFull): string => `<ul>${Array.from({ length: n }, (_, i) => of(block, i)).join('')}</ul>`;
const NAMES = ['要闻动态', '通知公告', '部门动态', '乡镇动态', '政策文件', '重点领域', '招考信息'];
const box = (b: number, inner = list(b)): string =>
  `<div class="box"><div class="hd"><h3>${NAMES[b]}</h3><a href="/c${b}/">更多&gt;&gt;</a></div><div class="bd">${inner}</div></div>`;
const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a/">走进云溪</a></li><li><a href="/b/">政务公开</a></li><li><a href="/c/">办事服务</a></li></ul></div>';
const FOOT = '<div class="foot"><p>主办：云溪县人民政府</p><p>皖ICP备20221234号-1 网站标识码：3412000001</p></div>';
const CRUMB = '<div>您的位置：<a href="/">首页</a> &gt; 政务公开</div>';
const ROOT = 'http://www.yunxi.gov.cn/';
const INNER = 'http://www.yunxi.gov.cn/zwgk/';

const PAGES: readonly [name: string, url: string, body: string, kind: string, items: number | null, newest: string | null][] = [
  ['six blocks', ROOT, [0, 1, 2, 3, 4, 5].map((b) => box(b)).join(''), 'home', 30, '2022-12-28'],
  [
    'seven blocks with days without year',
    `${ROOT}index.html`,
    [0, 1, 2, 3, 4, 5, 6].map((b) => box(b, list(b, 6, item))).join(''),
    'home',
    42,
    '2022-12-28',
  ],
  [
    'tabs: headings together, panes together, all but one hidden',
    ROOT,
    `<div><ul class="tab">${NAMES.slice(0, 3)
      .map((n) => `<li><a href="/x/">${n}</a></li>`)
      .join(
        '',
      )}</ul><div>${list(0)}</div><div style="display:none">${list(1)}</div><div style="display:none">${list(2)}</div></div>${box(3)}${box(4)}`,
    'home',
    25,
    '2022-12-28',
  ],
  [
    'carousel of pictures doubled, headline apart, blocks in table cells',
    ROOT,
    `<div><ul>${list(6, 3)}</ul></div><h2><a href="/top.htm">云溪县获评全国文明城市提名城市</a></h2><table><tr><td>${box(0)}</td><td>${box(1)}</td></tr><tr><td>${box(2)}</td><td>${box(3)}</td></tr></table>`,
    'home',
    null,
    '2022-12-28',
  ],
  [
    'blocks of old tables',
    ROOT,
    `<table><tr>${[0, 1, 2].map((b) => `<td><table><tr><td>${NAMES[b]}</td><td><a href="/m${b}/">more</a></td></tr></table><table>${Array.from({ length: 5 }, (_, i) => `<tr><td><img src="d.gif"></td><td><a href="/c${b}/${i}.htm">${title(b, i)}</a></td><td>[${day(b, i).slice(5)}]</td></tr>`).join('')}</table></td>`).join('')}</tr></table>`,
    'home',
    15,
    '2022-12-28',
  ],
  ['the front of a section', INNER, `${CRUMB}${[0, 1, 2, 3].map((b) => box(b)).join('')}`, 'other', 20, '2022-12-28'],
  [
    'navigation only',
    ROOT,
    `<div class="logo"><img src="/l.png" alt="云溪县统计局"></div><div>${['政务公开', '统计数据', '统计分析', '机构设置', '通知公告', '政策法规', '互动交流', '联系我们'].map((n, i) => `<a href="/n${i}/"><img src="/i${i}.png"><span>${n}</span></a>`).join('')}</div><p>欢迎访问云溪县统计局网站</p><p>工作时间：周一至周五</p>`,
    'home',
    0,
    null,
  ],
  [
    'calendar in the head, stale blocks',
    ROOT,
    `<div>今天是2023年1月6日 星期五 农历腊月十五</div>${[0, 1, 2].map((b) => box(b)).join('')}`,
    'home',
    15,
    '2022-12-28',
  ],
];

describe('home pages and fronts of sections', () => {
  it.each(PAGES)('%s', (_name, url, body, kind, items, newest) => {
    for (const [naming, rename] of Object.entries(NAMINGS)) {
      const html = rename(`<!doctype html><meta charset="utf-8"><title>云溪县人民政府</title><body>${MENU}${body}${FOOT}</body>`);
      const page = readPage(new TextEncoder().encode(html), { url, today: TODAY });
      expect([page.kind, items === null ? null : page.list.length, page.newestDate], `names ${naming}`).toEqual([kind, items, newest]);
      expect(page.footer).toMatchObject({ siteIdCode: '3412000001', icp: '皖ICP备20221234号-1', organiser: '云溪县人民政府' });
    }
  });
});
