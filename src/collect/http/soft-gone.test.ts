import { describe, expect, it } from 'vitest';
import { quickRead } from './quick-text.ts';
import { sameAnswer, softGone } from './soft-gone.ts';

const page = (html: string) => quickRead(Buffer.from(html), 'text/html; charset=utf-8');
const ask = (html: string, finalUrl = 'http://a.gov.cn/x.html') => softGone(page(html), 'http://a.gov.cn/x.html', finalUrl);
const frame = (middle: string, title = '某县人民政府') =>
  `<title>${title}</title>${'<a href="/c/">政务公开</a><a href="/f/">政务服务</a>'.repeat(30)}<div>${middle}</div>`;

describe('bare error pages that answer 200', () => {
  it.each([
    '<title>404</title>',
    '<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr>nginx',
    '<title>出错了</title>',
    '<title>错误页面</title><p>Error</p>',
    '<title>提示信息</title><p>对不起，您访问的页面不存在</p>',
    '<p>抱歉，您要查看的网页当前已过期或者不存在，页面可能已被删除</p>',
    '<p>您请求的文件不存在!</p>',
    '<p>没有找到您要访问的页面</p>',
    '<p>找不到该网页</p>',
    '<p>页面走丢了，请返回首页</p>',
    '<p>该信息已被删除</p>',
    '<p>文章不存在</p><a href="/">首页</a>',
    '<p>内容已下线</p>',
    '<h1>HTTP 404 - 错误</h1>',
    '<p>错误代码：404</p>',
    '<p>The page you are looking for was not found.</p>',
    '<p>您访问的<b>页面</b>不存在</p>',
  ])('%s', (html) => expect(ask(html)).toBe('yes'));
});

describe('pages that are no error pages', () => {
  it.each([
    ['an ordinary page', frame('今天召开了全县工作会议')],
    ['an empty list', '<title>通知公告</title><p>暂无信息</p>'],
    [
      'an article whose matter is missing',
      '<title>关于公章丢失的声明</title><meta name="ArticleTitle" content="关于公章丢失的声明"><p>原公章已丢失，文件不存在</p>',
    ],
    ['a number that happens to be 404', '<title>政府令第404号</title><p>某省人民政府令第404号</p>'],
    ['404 inside a longer title', `<title>全县404个村完成任务_某县人民政府</title><p>${'全县完成任务。'.repeat(30)}</p>`],
    ['a login page', '<title>统一身份认证</title><p>请输入用户名和密码</p>'],
    ['nothing at all', '<html></html>'],
    ['an address with error in it that was asked for itself', '<p>纠错</p>'],
  ])('%s', (_name, html) => expect(ask(html)).toBe('no'));
});

describe('error words inside a full page', () => {
  it('with the title saying so too, in a small frame: yes', () => expect(ask(frame('没有找到您要访问的页面', '404错误'))).toBe('yes'));
  it('alone: perhaps, to be compared with a made-up address', () => expect(ask(frame('您访问的页面不存在'))).toBe('perhaps'));
  it('sent to an error address that says so: yes', () => expect(ask(frame('您访问的页面不存在'), 'http://a.gov.cn/404.html')).toBe('yes'));
  it('sent to an error address that says nothing: perhaps', () =>
    expect(ask(frame('欢迎'), 'http://a.gov.cn/error/404.html')).toBe('perhaps'));
  it('sent home: no', () => expect(ask(frame('欢迎'), 'http://a.gov.cn/')).toBe('no'));
});

describe('the same answer', () => {
  it.each([
    ['same text', frame('页面不存在'), frame('页面不存在'), true],
    ['other numbers, times and addresses', frame('/a/b1.html 不存在 2022-12-27 10:00'), frame('/a/c2.html 不存在 2022-12-28 11:30'), true],
    ['other words', frame('页面不存在'), frame('欢迎'), false],
    ['nothing to read', '<html></html>', '<html></html>', false],
  ])('%s', (_name, one, other, expected) => expect(sameAnswer(page(one), page(other))).toBe(expected));
});
