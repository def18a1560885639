import { describe, expect, it } from 'vitest';
import { readPaging } from './paging.ts';

const HERE = 'http://a.gov.cn/tz/index.html';
const link = (text: string, path: string) => ({ text, url: `http://a.gov.cn/tz/${path}` });

it.each([
  ['words', [link('首页', ''), link('下一页', 'index_1.html'), link('尾页', 'index_9.html')], '', 'index_1.html', 'index_9.html'],
  ['signs', [link('>', '2.html'), link('>>', '9.html')], '', '2.html', '9.html'],
  ['a button that leads here is none', [link('下一页', 'index.html')], '', null, null],
  ['words inside a title are none', [link('关于下一页内容的说明', 'x.html')], '', null, null],
  ['TRS', [], 'createPageHTML(20, 0, "index", "html");', 'index_1.html', 'index_19.html'],
  ['TRS, second page', [], "createPageHTML(20,1,'index','shtml')", 'index_2.shtml', 'index_19.shtml'],
  ['TRS, last page', [], 'createPageHTML(20, 19, "index", "html");', null, null],
  ['TRS, one page', [], 'createPageHTML(1, 0, "index", "html");', null, null],
  ['nothing', [], '', null, null],
])('%s', (_name, links, html, next, last) => {
  const full = (path: string | null) => (path === null ? null : `http://a.gov.cn/tz/${path}`);
  expect(readPaging(links, html, HERE)).toMatchObject({ next: full(next), last: full(last) });
});

describe('whether there may be a further page', () => {
  it.each([
    ['no pager at all', [], '<ul><li>一条</li></ul>', false],
    ['a count of one page', [], '<div>共1页 <span>1</span></div>', false],
    ['a count of several', [], '<div>共 3 页</div>', true],
    ['a count with markup inside', [], '<div>共<b>12</b>页</div>', true],
    ['page numbers', [{ url: 'http://a/index_1.html', text: '2' }], '', true],
    ['a pager drawn by script', [], '<script>$("#p").pagination({})</script>', true],
    ['the last page of a TRS list', [], '<script>createPageHTML(3, 2, "index", "html")</script>', false],
    ['the only page of a TRS list', [], '<script>createPageHTML(1, 0, "index", "html")</script>', false],
    ['the first of three', [], '<script>createPageHTML(3, 0, "index", "html")</script>', true],
  ])('%s', (_name, links, html, more) => {
    expect(readPaging(links, html, 'http://a/index.html').more).toBe(more);
  });
});
