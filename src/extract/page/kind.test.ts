import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';

const SENTENCE = '全县各级各部门要认真贯彻落实会议精神，扎实推进各项重点工作，切实提升群众的获得感、幸福感和满意度，确保取得实效。';
const item = (i: number, day = `2022-12-${String(27 - i).padStart(2, '0')}`): string =>
  `<li><a href="n${i}.html">关于做好第${i}批民生实事工作的通知</a><span>${day}</span></li>`;
const list = (n: number, from = 0): string => `<ul>${Array.from({ length: n }, (_, i) => item(from + i)).join('')}</ul>`;
const block = (name: string, from: number, n = 4): string =>
  `<div class="box"><h3>${name}</h3><a href="/m/">更多&gt;&gt;</a>${list(n, from)}</div>`;
const CRUMB = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a></div>';
const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">办事服务</a></li></ul></div>';

function read(body: string, url = 'http://www.yunxi.gov.cn/a/b/index.html', head = '') {
  return readPage(new TextEncoder().encode(`<meta charset="utf-8"><title>云溪县人民政府</title>${head}${MENU}${body}`), { url });
}

describe('kind of page', () => {
  it.each([
    ['blocks without breadcrumb', block('要闻', 0) + block('公告', 4) + block('政策', 8), 'home', 12],
    ['blocks with breadcrumb', CRUMB + block('要闻', 0) + block('公告', 4) + block('政策', 8), 'other', 12],
    ['long list with pager', `${CRUMB}${list(15)}<div>共 8 页 下一页</div>`, 'column-list', 15],
    [
      'short list with pager and side lists',
      `${CRUMB}${list(3)}<div>共 1 页</div>${block('热门文章', 10)}${block('推荐阅读', 14)}`,
      'column-list',
      3,
    ],
    ['short list without pager', CRUMB + list(2), 'column-list', 2],
    ['list with a line of text above', `${CRUMB}<p>${SENTENCE}</p>${list(6)}`, 'column-list', 6],
    [
      'article with related list',
      `${CRUMB}<h1>云溪县召开民生实事推进会议</h1><p>发布时间：2022-12-27 来源：县政府办</p>${`<p>${SENTENCE}</p>`.repeat(6)}<h3>相关文章</h3>${list(5)}`,
      'article',
      0,
    ],
    ['short notice', `${CRUMB}<h1>关于停水检修的紧急通告</h1><p>发布时间：2022-12-27</p><p>详见附件。</p>`, 'article', 0],
    [
      'article with a video only',
      `${CRUMB}<h1>党风政风热线在线收听</h1><p>发布日期：2022-12-27 08:56:08 来源：县电视台</p><iframe src="/v"></iframe>`,
      'article',
      0,
    ],
    [
      'cards with long summaries',
      `${CRUMB}<h1>民生实事项目进展情况通报</h1>${Array.from({ length: 10 }, (_, i) => `<div class="card"><h3><a href="n${i}.html">关于做好第${i}批民生实事工作的通知</a></h3><span>2022-12-${27 - i}</span><p>${SENTENCE.repeat(4)}</p></div>`).join('')}`,
      'column-list',
      10,
    ],
    ['nothing but a picture', `${CRUMB}<img src="/a.jpg">`, 'other', 0],
  ] as const)('%s', (_name, body, kind, items) => {
    const page = read(body);
    expect([page.kind, page.list.length]).toEqual([kind, items]);
    expect(page.article === null).toBe(kind !== 'article');
  });

  it('a home page of one block is told by its address', () => {
    const body = list(5) + '<p>欢迎访问</p>'.repeat(12);
    expect(read(body, 'http://www.yunxi.gov.cn/').kind).toBe('home');
    expect(read(body, 'http://www.yunxi.gov.cn/a/b/').kind).toBe('column-list');
  });
  it('an address at the root does not turn a column into a home page', () => {
    expect(read(`${CRUMB}${list(15)}<div>共 8 页</div>`, 'http://www.yunxi.gov.cn/').kind).toBe('column-list');
  });
  it('metas are kept as they stand: missing, empty, doubled', () => {
    const head =
      '<meta name="SiteName" content="云溪县人民政府"><META NAME="columnname" CONTENT=""><meta name="PubDate" content="2022-12-27"><meta name="PubDate" content="2021-01-01"><!-- <meta name="SiteIDCode" content="1"> --><meta name="keywords" content="x">';
    expect(read(list(3), undefined, head).metas).toEqual({ SiteName: '云溪县人民政府', ColumnName: '', PubDate: '2022-12-27' });
  });
});
