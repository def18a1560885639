import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownNames } from '../../core/host-names.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { readHidden } from '../../extract/hidden/read-hidden.ts';
import type { Finding } from '../../text/finding.ts';
import { readIntrusion } from '../../text/intrusion/read-intrusion.ts';
import { intrusionPage } from './page-of.ts';
import { spamTerms } from './spam-list.ts';

const URL_OF_PAGE = 'http://www.example.gov.cn/';
const LINK = '<a href="http://www.a1b2.example.com/">本地生活信息</a>';
const SPAM = '<a href="http://www.a1b2.example.com/">百家乐开户送彩金</a>';
const OWN = '<a href="/xxgk/">信息公开目录</a><a href="http://www.other.gov.cn/">省人民政府</a>';
const FARM = ['one', 'two', 'three', 'four'].map((name) => `<a href="http://www.${name}-trade.com/">${name}信息</a>`).join('');

const page = (inside: string, head = ''): string =>
  `<html><head><title>某县人民政府</title>${head}</head><body><h1>某县人民政府</h1><p>通知公告和政策文件。</p>${inside}</body></html>`;

function read(
  html: string,
  { url = URL_OF_PAGE, engine = null as string | null, before = null as ReadonlySet<string> | null } = {},
): Finding[] {
  const hosts = { own: ownNames([new URL(url).host]), before };
  const other = engine === null ? null : readHidden(engine, url);
  return readIntrusion(intrusionPage(url, readHidden(html, url), hosts, other), spamTerms());
}
const told = (findings: readonly Finding[]): string => findings.map(({ kind, files }) => `${kind}${files ? ' files' : ''}`).join(', ');

/** How intruders hide things. Found, and whether it may open a problem. */
const HIDDEN: readonly (readonly [form: string, html: string, findings: string])[] = [
  ['a box of no size (seeds M10)', page(`<div style="width:0;height:0;overflow:hidden">${LINK}</div>`), 'hidden-link files'],
  ['a box of one pixel', page(`<div style="width:1px;height:1px;overflow:hidden">${LINK}</div>`), 'hidden-link files'],
  ['no height', page(`<div style="height:0px; overflow:hidden;">${LINK}</div>`), 'hidden-link files'],
  ['far to the left', page(`<div style="position:absolute;left:-9999px">${LINK}</div>`), 'hidden-link files'],
  ['far above', page(`<div style="position:absolute; top:-999em">${LINK}</div>`), 'hidden-link files'],
  ['far to the right', page(`<div style="position:fixed;right:-2000px">${LINK}</div>`), 'hidden-link files'],
  ['indented away', page(`<p style="text-indent:-5000px">${LINK}</p>`), 'hidden-link files'],
  ['a margin to the left', page(`<ul style="margin-left:-3000px"><li>${LINK}</li></ul>`), 'hidden-link files'],
  ['moved by a transform', page(`<div style="transform:translateX(-9999px)">${LINK}</div>`), 'hidden-link files'],
  ['letters of no size', page(`<span style="font-size:0">${LINK}</span>`), 'hidden-link files'],
  ['letters of one pixel', page(`<span style="font-size:1px;line-height:1px">${LINK}</span>`), 'hidden-link files'],
  [
    'white on white, both written',
    page(`<div style="background:#fff"><a href="http://www.a1b2.example.com/" style="color:#ffffff">信息</a></div>`),
    'hidden-link files',
  ],
  [
    'nearly the same colour',
    page(`<div style="background-color:#f5f5f5"><a href="http://www.a1b2.example.com/" style="color:#f6f6f6">信息</a></div>`),
    'hidden-link files',
  ],
  [
    'colour of a font element',
    page(`<table bgcolor="#ffffff"><tr><td><a href="http://www.a1b2.example.com/"><font color="white">信息</font></a></td></tr></table>`),
    'hidden-link files',
  ],
  ['transparent letters', page(`<a style="color:transparent" href="http://www.a1b2.example.com/">信息</a>`), 'hidden-link files'],
  ['behind the page', page(`<div style="position:absolute;z-index:-1">${LINK}</div>`), 'hidden-link files'],
  ['clipped', page(`<div style="position:absolute;clip:rect(0,0,0,0)">${LINK}</div>`), 'hidden-link files'],
  ['clipped by a path', page(`<div style="clip-path:inset(100%)">${LINK}</div>`), 'hidden-link files'],
  ['marquee of one pixel', page(`<marquee height="1" width="5" scrollamount="3000">${LINK}</marquee>`), 'hidden-link files'],
  ['marquee too fast to read', page(`<marquee scrollamount="10000">${LINK}</marquee>`), 'hidden-link files'],
  ['a class of the page', page(`<div class="xk">${LINK}</div>`, '<style>.xk{position:absolute;left:-9999px}</style>'), 'hidden-link files'],
  ['an id of the page', page(`<div id="xk">${LINK}</div>`, '<style>#xk { height:0; overflow:hidden }</style>'), 'hidden-link files'],
  [
    'a class within another',
    page(`<div class="o"><p class="i">${LINK}</p></div>`, '<style>.o .i{text-indent:-999em}</style>'),
    'hidden-link files',
  ],
  [
    'written by a script',
    page(`<script>document.write('<div style="position:absolute;left:-9999px">${LINK}</div>')</script>`),
    'hidden-link files',
  ],
  [
    'opened by one script, closed by another',
    page(`<script>document.write("<div style='height:0;overflow:hidden'>")</script>${LINK}<script>document.write("</div>")</script>`),
    'hidden-link files',
  ],
  [
    'written in letter codes',
    page(
      `<script>document.write(String.fromCharCode(${[...'<div style="position:absolute;left:-9999px">'].map((letter) => letter.charCodeAt(0))}))</script>${LINK}</div>`,
    ),
    'hidden-link files',
  ],
  [
    'written escaped',
    page(`<script>document.write(unescape("${escape(`<div style="text-indent:-9999px">${LINK}</div>`)}"))</script>`),
    'hidden-link files',
  ],
  [
    'hidden by a short script',
    page(`<div id="zb">${LINK}</div><script>document.getElementById("zb").style.display="none"</script>`),
    'hidden-link files',
  ],
  ['hidden by jQuery', page(`<div id="zb">${LINK}</div><script>$("#zb").hide()</script>`), 'hidden-link files'],
  ['not displayed, words of gambling', page(`<div style="display:none">${SPAM}</div>`), 'hidden-link files'],
  ['a named element, words of gambling', page(`<div class="box" style="display:none">${SPAM}</div>`), 'hidden-link files'],
  ['invisible, many foreign sites', page(`<div style="visibility:hidden">${FARM}</div>`), 'hidden-link files'],
  ['not displayed, many foreign sites', page(`<div style="display:none">${FARM}</div>`), 'hidden-link files'],
  ['hidden attribute', page(`<div hidden>${FARM}</div>`), 'hidden-link files'],
  ['not displayed, one foreign site', page(`<div style="display:none">${LINK}</div>`), 'hidden-link'],
  ['fully transparent', page(`<div style="opacity:0">${SPAM}</div>`), 'hidden-link files'],
  ['for programs without scripts', page(`<noscript>${SPAM}</noscript>`), 'hidden-link files'],
  [
    'own pages planted for gambling',
    page('<div style="display:none"><a href="/x1.html">澳门新葡京</a><a href="/x2.html">AG真人</a></div>'),
    'hidden-text files',
  ],
  ['words alone', page('<div style="position:absolute;left:-999px">时时彩 北京赛车</div>'), 'hidden-text files'],
  ['visible words of gambling to a foreign site', page(SPAM), 'spam-term files'],
  ['title of a casino', page('', '').replace('<title>某县人民政府', '<title>澳门新葡京_百家乐'), 'spam-term files'],
  ['keywords of a casino', page('', '<meta name="keywords" content="博彩平台,六合彩">'), 'spam-term files'],
  [
    'title in letter codes',
    page('').replace('<title>某县人民政府', `<title>${[...'澳门新葡京'].map((letter) => `&#${letter.charCodeAt(0)};`).join('')}`),
    'spam-term files',
  ],
  [
    'visitors of an engine led away',
    page('<script>if(document.referrer.indexOf("baidu")>0){location.href="http://a.example.com/"}</script>'),
    'cloaking',
  ],
  ['a script from somebody else', page('<script src="https://qwxz.net.cn/js/kb.js"></script>'), 'foreign-host'],
];

/** What honest pages do. Nothing is to be found. */
const INNOCENT: readonly (readonly [form: string, html: string])[] = [
  ['skip link for listeners (seeds M10)', page('<a class="skip-link" style="position:absolute;left:-9999px" href="#main">跳到正文</a>')],
  [
    'words for listeners',
    page('<span class="sr-only" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">当前位置</span>'),
  ],
  ['logo with its words moved away', page('<h1 style="text-indent:-9999px"><a href="/">某县人民政府</a></h1>')],
  ['menu of own pages', page(`<ul class="sub" style="display:none">${OWN}</ul>`)],
  ['menu by a class', page(`<ul class="sub">${OWN}</ul>`, '<style>.sub{display:none} li:hover .sub{display:block}</style>')],
  ['menu of no height', page(`<ul class="sub">${OWN}</ul>`, '<style>.sub{height:0;overflow:hidden}</style>')],
  ['mobile menu off the screen', page(`<nav class="m-nav" style="position:fixed;left:-800px">${OWN}</nav>`)],
  ['tab not yet opened', page(`<div id="con_two_2" style="display:none">${OWN}</div>`)],
  ['list of friendly sites', page(`<div id="yqlj" class="drop" style="display:none">${FARM}</div>`)],
  ['pop-up with a foreign link', page(`<div id="popup" class="float" style="display:none">${LINK}<a href="#">关闭</a></div>`)],
  [
    'pop-up closed by its script',
    page(`<div id="ad">${LINK}</div><script>function closeAd(){document.getElementById("ad").style.display="none"}</script>`),
  ],
  [
    'share buttons',
    page('<div style="display:none"><a href="http://service.weibo.com/share">微博</a><a href="https://connect.qq.com/">QQ</a></div>'),
  ],
  [
    'counter',
    page(
      '<div style="display:none"><a href="https://www.cnzz.com/stat">站长统计</a><script src="https://s95.cnzz.com/z.js"></script></div>',
    ),
  ],
  ['counter in a frame', page('<iframe width="0" height="0" src="http://count.example.com/x"></iframe>')],
  ['counter for browsers without scripts', page('<noscript><img src="http://count.example.com/p.gif"></noscript>')],
  ['no room between boxes', page(`<ul style="font-size:0"><li class="i" style="font-size:14px">${LINK}</li></ul>`)],
  [
    'white on a dark bar of the style sheet',
    page('<div class="bar"><a style="color:#fff" href="http://www.a1b2.example.com/">信息</a></div>'),
  ],
  [
    'white on a picture',
    page('<div style="background:#fff url(a.png)"><a style="color:#fff" href="http://www.a1b2.example.com/">信息</a></div>'),
  ],
  ['slide not yet shown', page(`<div class="slide" style="opacity:0">${OWN}</div>`)],
  ['print version', page(LINK, '<style>@media print{a{display:none}}</style>')],
  ['foreign link in sight', page(LINK)],
  ['campaign against gambling', page('<h2>禁赌宣传：警惕网络博彩平台骗局</h2><p>百家乐、时时彩都是骗局，公安机关依法打击网络赌博。</p>')],
  ['title of a campaign', page('<p>本案中，警方捣毁一博彩平台。</p>').replace('<title>某县人民政府', '<title>警方捣毁一博彩平台')],
  [
    'campaign in a box not yet opened',
    page('<div id="tab2" style="display:none"><a href="http://www.a1b2.example.com/">严厉打击网络赌博和博彩网犯罪</a></div>'),
  ],
  ['comment of the maker', page('<!-- <a href="http://www.a1b2.example.com/">旧链接</a> -->')],
  ['marquee of news', page(`<marquee height="30" scrollamount="3">${LINK}</marquee>`)],
  [
    'library from a network',
    page('<script src="https://cdn.bootcdn.net/jquery.min.js"></script><script src="https://hm.baidu.com/hm.js?1"></script>'),
  ],
  ['script of an old server of their own', page('<script src="http://192.0.2.7/a.js"></script>')],
  ['phones led to their pages', page('<script>if(/iphone|android/i.test(navigator.userAgent)){location.href="/m/"}</script>')],
  [
    'error report of the ministry',
    page('<div style="display:none"><a href="https://bszs.conac.cn/x">党政机关</a><a href="https://beian.miit.gov.cn/">备案</a></div>'),
  ],
];

describe('forms of hiding', () => {
  it.each(HIDDEN)('%s', (_form, html, expected) => expect(told(read(html))).toBe(expected));
  it('are many, on both sides', () => expect([HIDDEN.length >= 30, INNOCENT.length >= 20]).toEqual([true, true]));
});
describe('forms of honest pages', () => {
  it.each(INNOCENT)('%s', (_form, html) => expect(told(read(html))).toBe(''));
});

describe('a second look as a search engine', () => {
  it.each<[string, string, string]>([
    ['the same page', page(OWN), ''],
    ['another title with words of gambling', page('', '').replaceAll('某县人民政府', '澳门新葡京百家乐'), 'cloaking files'],
    ['another title', page('').replace('<title>某县人民政府', '<title>装修公司'), 'cloaking'],
    ['many foreign links', page(FARM), 'cloaking files'],
    ['a banner of one foreign site', page(LINK), ''],
    ['an error without title', '<html><body>403</body></html>', ''],
  ])('%s', (_name, engine, expected) => expect(told(read(page(OWN), { engine }))).toBe(expected));
});

it('a foreign site never linked before makes the second signal', () => {
  const html = page(`<div style="display:none">${LINK}</div>`);
  expect(told(read(html, { before: new Set(['example.com']) }))).toBe('hidden-link');
  expect(told(read(html, { before: new Set(['other.com']) }))).toBe('hidden-link files');
});

const PAGES = new URL('../../../../shared/pages/', import.meta.url);
const here = existsSync(PAGES);
if (!here) console.warn('skipped: no shared pages beside the repository');
/** Sites the saved pages came from, by the first word of their names. */
const SITES: Readonly<Record<string, string>> = {
  cmse: 'www.cmse.gov.cn',
  gdbmj: 'www.bmj.gd.gov.cn',
  gdeea: 'eea.gd.gov.cn',
  gdprison: 'gdjyj.gd.gov.cn',
  govcn: 'sousuo.gov.cn',
  gxpopss: 'www.gxpopss.cn',
  hexun: 'stock.hexun.com',
  hrfund: 'www.hrfund.com.cn',
  hsqhfunds: 'www.hsqhfunds.com',
  ifeng: 'news.ifeng.com',
  jllyj: 'www.atxlyj.cn',
  jsggzy: 'jsggzy.jszwfw.gov.cn',
  netease: 'dy.163.com',
  npc: 'www.gov.cn',
  people: 'www.people.com.cn',
  sina: 'finance.sina.com.cn',
  thepaper: 'www.thepaper.cn',
  wechat: 'mp.weixin.qq.com',
  weibo: 's.weibo.com',
  xiaoxian: 'www.ahxx.gov.cn',
  xinhuanet: 'www.xinhuanet.com',
  yichun: 'www.yichun.gov.cn',
  zhecheng: 'www.zhecheng.gov.cn',
  zyyfy: 'www.zyyfy.com',
};
describe.skipIf(!here)('saved pages', () => {
  const files = here ? readdirSync(PAGES).filter((name) => name.endsWith('.html')) : [];
  it.each(files)('%s', (name) => {
    const { text } = decodeHtml(readFileSync(new URL(name, PAGES)), null);
    const findings = read(text, { url: `http://${SITES[name.split('-')[0] as string]}/` });
    const injected = /hnci\.net\.cn/.test(text);
    expect(findings.length > 0, told(findings)).toBe(injected);
    if (name.startsWith('gxpopss-home')) expect(findings.every(({ files }) => files)).toBe(true);
  });
});
