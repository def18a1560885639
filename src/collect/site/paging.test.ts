import { expect, it } from 'vitest';
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
  expect(readPaging(links, html, HERE)).toEqual({ next: full(next), last: full(last) });
});
