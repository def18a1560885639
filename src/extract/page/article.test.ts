import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';

const BODY =
  '<p>连日来，全县各级各部门认真贯彻落实会议精神，扎实推进各项重点工作，取得了阶段性成效，群众的获得感和满意度不断提升。</p>'.repeat(5);
const TITLE = '云溪县召开安全生产工作会议';

function page(inner: string, head = '', title = `${TITLE}_工作动态_云溪县人民政府`) {
  const html = `<html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<h1 class="logo">云溪县人民政府</h1><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li></ul>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/a/">政务公开</a> &gt; 正文</div>${inner}
<div class="foot">主办：云溪县人民政府办公室</div></body></html>`;
  return readPage(new TextEncoder().encode(html), { url: 'http://www.yunxi.gov.cn/a/b/c.html' });
}

/** Heads of articles as content systems print them; all say the same. */
const STYLES: readonly [name: string, inner: string][] = [
  [
    'heading and spans',
    `<h1>${TITLE}</h1><div class="info"><span>发布时间：2022-12-27 09:12</span> <span>来源：县应急局</span> <span>字号：[大 中 小]</span></div>`,
  ],
  [
    'no class at all',
    `<table><tr><td align="center">${TITLE}</td></tr><tr><td>发布日期：2022-12-27 09:12 信息来源：县应急局 浏览次数：12</td></tr></table>`,
  ],
  [
    'cells',
    `<div class="title">${TITLE}</div><table><tr><td>发布日期：2022-12-27 09:12</td><td>来源：县应急局</td><td>浏览次数：</td></tr></table>`,
  ],
  [
    'label and value apart',
    `<h2>${TITLE}</h2><p><span>发布时间：</span><span id="t">2022-12-27 09:12</span></p><p><span>来源：</span><span>县应急局</span></p>`,
  ],
  ['no label', `<h3>${TITLE}</h3><div>2022-12-27 09:12　来源: 县应急局　点击: 123</div>`],
  ['brackets', `<h3>${TITLE}</h3><div>【发布日期：2022-12-27 09:12】【来源：县应急局】【字体：大 中 小】</div>`],
  ['source first', `<h1>${TITLE}</h1><p>文章来源：县应急局　　更新时间：2022年12月27日 09:12　　点击数：8</p>`],
  ['title in two lines', `<h1>云溪县召开<br>安全生产工作会议</h1><p>时间：2022-12-27 09:12 来源：县应急局</p>`],
  [
    'title in centred lines',
    `<p align="center">云溪县召开</p><p align="center">安全生产工作会议</p><p>发布于 2022-12-27 09:12　来源：县应急局</p>`,
  ],
  ['dots and full-width marks', `<div class="bt">${TITLE}</div><p>日期：２０２２．１２．２７ 09:12　来源：县应急局</p>`],
  [
    'index table above',
    `<table><tr><th>索引号：</th><td>0030/2022-00012</td><th>成文日期：</th><td>2022-12-20</td></tr><tr><th>发布机构：</th><td>云溪县应急管理局</td><th>发布日期：</th><td>2022-12-28</td></tr><tr><th>有效期至：</th><td>2025-12-31</td></tr></table><h1>${TITLE}</h1><p>发布时间：2022-12-27 09:12 来源：县应急局</p>`,
  ],
];

describe('an article in every style', () => {
  it.each(STYLES)('%s', (_name, inner) => {
    const read = page(inner + BODY);
    expect(read.kind).toBe('article');
    expect({ ...read.article, title: read.article?.title?.replace(/\s/g, '') }).toMatchObject({
      title: TITLE,
      publishDate: '2022-12-27',
      publishDateTime: '2022-12-27 09:12',
      source: '县应急局',
      dateSource: 'visible',
      contradiction: null,
    });
    expect(read.list).toEqual([]);
  });
});

describe('where the publish date comes from', () => {
  const heading = `<h1>${TITLE}</h1>`;
  const meta = (value: string): string => `<meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="${value}">`;

  it('the tag when the page shows none', () => {
    const { article } = page(heading + BODY, meta('2022-12-27 09:12:00'));
    expect(article).toMatchObject({
      publishDate: '2022-12-27',
      publishDateTime: '2022-12-27 09:12:00',
      dateSource: 'meta',
      metaDate: '2022-12-27',
    });
  });
  it('the page when both differ, and the contradiction is told', () => {
    const { article } = page(`${heading}<p>发布时间：2022-12-27</p>${BODY}`, meta('2022-11-02'));
    expect(article).toMatchObject({
      publishDate: '2022-12-27',
      dateSource: 'visible',
      metaDate: '2022-11-02',
      contradiction: { shown: '2022-12-27', meta: '2022-11-02', on: 'day' },
    });
  });
  it('a time of day that differs is told apart from a day', () => {
    const { article } = page(`${heading}<p>发布时间：2022-12-27 22:41:54</p>${BODY}`, meta('2022-12-27 10:41:54'));
    expect(article?.contradiction).toEqual({ shown: '2022-12-27 22:41:54', meta: '2022-12-27 10:41:54', on: 'time' });
    expect(page(`${heading}<p>发布时间：2022-12-27</p>${BODY}`, meta('2022-12-27 10:41')).article?.contradiction).toBeNull();
  });
  it('moments with a zone are turned to Shanghai days', () => {
    const head = '<meta property="article:published_time" content="2022-12-26T23:30:00Z">';
    expect(page(heading + BODY, head).article).toMatchObject({
      publishDate: '2022-12-27',
      publishDateTime: '2022-12-27 07:30:00',
      dateSource: 'meta',
    });
  });
  it('a script variable', () => {
    const { article } = page(`${heading}${BODY}<script>var ct = "1672103520";</script>`);
    expect(article).toMatchObject({ publishDate: '2022-12-27', dateSource: 'script' });
  });
  it('the day of making only as inferred', () => {
    const { article } = page(`<table><tr><td>发文日期：</td><td>2022-12-27</td></tr></table>${heading}${BODY}`);
    expect(article).toMatchObject({ publishDate: '2022-12-27', dateSource: 'inferred' });
  });
  it.each([
    [
      'of a sentence',
      `${heading}<p>2022年12月27日，县委副书记、县长主持召开会议，研究部署安全生产工作，各乡镇主要负责人参加会议并发言。</p>${BODY}`,
    ],
    [
      'of the signature',
      `${heading}<p>各乡镇人民政府：</p><p>现将有关事项通知如下，请认真贯彻执行。</p><p>云溪县人民政府</p><p>2022年12月27日</p>`,
    ],
    ['of a meeting in the text', `${heading}${BODY}<p>时间：2022年12月27日</p><p>地点：县会议中心</p>`],
    ['of a deadline', `${heading}<p>报名截止时间：2022-12-27</p>${BODY}`],
    ['of a period of validity', `<table><tr><td>有效期至：</td><td>2022-12-27</td></tr></table>${heading}${BODY}`],
  ])('never a day %s', (_name, inner) => {
    expect(page(inner).article).toMatchObject({ publishDate: null, dateSource: null });
  });
});

describe('sources', () => {
  const source = (line: string) => page(`<h1>${TITLE}</h1><p>${line}</p>${BODY}`).article?.source;
  it.each([
    ['发布时间：2022-12-27 来源：县融媒体中心 作者：张某 编辑：李某', '县融媒体中心'],
    ['发布时间：2022-12-27 来源：新华社、人民日报 浏览次数：12', '新华社、人民日报'],
    ['来源：云溪县人民政府办公室 发布时间：2022-12-27', '云溪县人民政府办公室'],
    ['信息来源: 县财政局 | 发布日期: 2022-12-27', '县财政局'],
    ['2022-12-27 09:12:00 云溪日报', '云溪日报'],
    ['来源：郎溪县公安局浏览次数：', '郎溪县公安局'],
    ['来源：郎溪县公安局浏览次数：12 发布时间：2022-12-27', '郎溪县公安局'],
    ['发布时间：2022-12-27来源：郎溪县公安局字体：[大 中 小]', '郎溪县公安局'],
    ['来源：郎溪县公安局字号【大 中 小】 2022-12-27', '郎溪县公安局'],
    ['来源：郎溪县公安局累计访问次数：33 2022-12-27', '郎溪县公安局'],
    ['来源：县城市更新办公室 2022-12-27 （浏览 12 次）', '县城市更新办公室'],
    ['来源：郎溪县公安局作者：张三 发布时间：2022-12-27', '郎溪县公安局'],
    ['发布时间：2022-12-27 来源： 作者：', null],
    ['发布时间：2022-12-27', null],
  ])('%s', (line, expected) => {
    expect(source(line)).toBe(expected);
  });
});
