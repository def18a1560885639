import iconv from 'iconv-lite';
import { answer, type RawHandler } from '../../../collect/testing/raw-server.ts';
import { articlePage, FOOT, listPage, type Page, smallSite } from '../../../collect/testing/small-site.ts';

const page = (title: string, body: string): string => `<html><head><title>${title}</title></head><body>${body}${FOOT}</body></html>`;
const says =
  (status: string): RawHandler =>
  (socket) =>
    void socket.write(answer('<p>x</p>', {}, status));
const leadsTo =
  (location: string): RawHandler =>
  (socket) =>
    void socket.write(answer('', { Location: location }, '302 Found'));
const reset: RawHandler = (socket) => void socket.resetAndDestroy();
const never: RawHandler = () => undefined;
const noHead: RawHandler = (socket, { method }) =>
  void socket.write(
    method === 'HEAD' ? answer('', {}, '405 Method Not Allowed') : answer('%PDF-1.4', { 'Content-Type': 'application/pdf' }),
  );

const PICTURE = answer(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { 'Content-Type': 'image/png' });
const GBK = iconv.encode(
  page('国标编码', '<a href="/gbk-gone.html">编码页上的死链</a>').replace('<head>', '<head><meta charset="gbk">'),
  'gbk',
);

const HOME = `
<a href="/a.html">政务动态信息栏目</a><a href="/gbk.html">国标编码页面</a><a href="/gone.html">已删除的文件</a>
<a href="/410.html">撤下的文件</a><a href="/500.html">办事大厅</a><a href="/reset.html">数据开放</a><a href="/loop.html">旧版入口</a>
<a href="/slow.html">统计查询</a><a href="/soft.html">信息公开</a><a href="/gate.html">内部系统</a><a href="/private/x.html">私有</a>
<a href="/moved.html">已搬家</a><a href="/head.pdf">通知附件</a><a href="/附件/说明.doc">中文附件</a><a href="http://127.0.0.1:9/">外站</a>
<img src="/no.png" alt="领导调研"><img src="/ok.png"><img src="/page.png" alt="网页冒充的图片">`;

/** Every defect a link check must know, and everything that must not be taken for one, on a real server. */
export const FAULTY_PAGES: Readonly<Record<string, Page>> = {
  '/': page('某县人民政府', HOME),
  '/a.html': page('政务动态', '<a href="/">首页</a><a href="/gone.html">旧文</a><a href="/deep.html">下一层</a><img src="/no.png">'),
  '/deep.html': page('深处', '<a href="/deep-gone.html">=深处的死链</a><link rel="stylesheet" href="/ok.css">'),
  '/gbk.html': answer(GBK, { 'Content-Type': 'text/html' }),
  '/ok.css': answer('body{}', { 'Content-Type': 'text/css' }),
  '/ok.png': PICTURE,
  '/page.png': page('不是图片', '<p>图片服务器维护中</p>'),
  '/410.html': says('410 Gone'),
  '/500.html': says('500 Internal Server Error'),
  '/gate.html': says('403 Forbidden'),
  '/reset.html': reset,
  '/slow.html': never,
  '/loop.html': leadsTo('/loop-2.html'),
  '/loop-2.html': leadsTo('/loop.html'),
  '/moved.html': leadsTo('/new.html'),
  '/new.html': page('新址', '<a href="/">首页</a>'),
  '/soft.html': '<title>404 Not Found</title><p>您访问的页面不存在</p>',
  '/head.pdf': noHead,
  '/%E9%99%84%E4%BB%B6/%E8%AF%B4%E6%98%8E.doc': 'doc',
  '/robots.txt': answer('User-agent: *\nDisallow: /private/\n', { 'Content-Type': 'text/plain' }),
  '/list/': listPage('通知公告', [
    ['关于做好有关工作的通知', '/n1.html', '2020-01-03'],
    ['关于开展专项检查的通知', '/n2.html', '2020-01-02'],
    ['关于印发实施方案的通知', '/n3.html', '2019-12-02'],
  ]),
  '/n1.html': articlePage('关于做好有关工作的通知', '2020-01-03'),
  '/n2.html': articlePage('关于开展专项检查的通知', '2020-01-02'),
  '/n3.html': articlePage('关于印发实施方案的通知', '2019-12-02'),
};

/** Path → reason each must be listed with. */
export const DEAD_PATHS: Readonly<Record<string, string>> = {
  '/gone.html': 'gone',
  '/410.html': 'gone',
  '/deep-gone.html': 'gone',
  '/gbk-gone.html': 'gone',
  '/no.png': 'gone',
  '/page.png': 'soft-gone',
  '/soft.html': 'soft-gone',
  '/500.html': 'server-error',
  '/reset.html': 'connect-failed',
  '/loop.html': 'redirect-loop',
  '/slow.html': 'timed-out',
};

/** A site with nothing to be said against it on `day`. */
export const soundSite = (day: string) => {
  const items = ['关于做好有关工作的通知', '关于开展专项检查的通知', '关于印发实施方案的通知'];
  const list = items.map((title, i) => `<li><a href="/n${i}.html">${title}</a><span>${day}</span></li>`).join('');
  const articles = Object.fromEntries(items.map((title, i) => [`/n${i}.html`, articlePage(title, day)]));
  const entry = '<div class="footer"><a href="/jiucuo.html">我为政府网站找错</a></div>';
  return smallSite({
    '/': page('某县人民政府', `<ul class="news_list">${list}</ul>${entry}`),
    '/jiucuo.html': page('找错', '<p>请留言</p>'),
    ...articles,
  });
};

export const faultySite = () => smallSite({ ...FAULTY_PAGES });
