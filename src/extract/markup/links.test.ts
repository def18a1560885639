import { describe, expect, it } from 'vitest';
import { scanLinks } from './links.ts';

const PAGE = 'http://www.yunxi.gov.cn/zwgk/tzgg/index.html';
const urls = (html: string, charset?: string): string[] => scanLinks(html, PAGE, charset).map((ref) => ref.url);
const AT = 'http://www.yunxi.gov.cn';

describe('references of a page', () => {
  it.each([
    ['plain', '<a href="a.html">x</a>', `${AT}/zwgk/tzgg/a.html`],
    ['no quotes', '<a href=a.html>x</a>', `${AT}/zwgk/tzgg/a.html`],
    ['single quotes, upper case', "<A HREF='../a.html'>x</A>", `${AT}/zwgk/a.html`],
    ['slash for a blank', '<a/href="/a.html">x</a>', `${AT}/a.html`],
    ['line breaks inside', '<a href="/zw\n gk/\ta.html">x</a>', `${AT}/zw%20gk/a.html`],
    ['blanks around', '<a href="  /a.html  ">x</a>', `${AT}/a.html`],
    ['backslashes', '<a href="\\zwgk\\a.html">x</a>', `${AT}/zwgk/a.html`],
    ['entities', '<a href="/a?x=1&amp;y=2&#38;z=3">x</a>', `${AT}/a?x=1&y=2&z=3`],
    ['first of doubled attributes', '<a href="/1" href="/2">x</a>', `${AT}/1`],
    ['other protocol', '<a href="//www.gov.cn/a">x</a>', 'http://www.gov.cn/a'],
    ['fragment cut', '<a href="/a#top">x</a>', `${AT}/a`],
    ['Chinese path', '<a href="/公开/a.html">x</a>', `${AT}/%E5%85%AC%E5%BC%80/a.html`],
    ['area', '<map><area href="/m"></map>', `${AT}/m`],
    ['img', '<img src=/i.png>', `${AT}/i.png`],
    ['img loaded late', '<img src="/blank.gif" data-original="/i.png">', `${AT}/i.png`],
    ['script', '<script src="/s.js"></script>', `${AT}/s.js`],
    ['style sheet', '<link rel="stylesheet" href="/c.css">', `${AT}/c.css`],
    ['iframe', '<iframe src="/f.html"></iframe>', `${AT}/f.html`],
    ['frame', '<frameset><frame src="/f.html"></frameset>', `${AT}/f.html`],
    ['poster', '<video poster="/p.jpg"></video>', `${AT}/p.jpg`],
    ['style attribute', '<div style="background:url( \'/b.png\' )"></div>', `${AT}/b.png`],
    ['style element', '<style>.a{background:url(/b.png)}</style>', `${AT}/b.png`],
    ['background', '<td background="/b.gif">', `${AT}/b.gif`],
    ['meta refresh', '<meta http-equiv="Refresh" content="0; URL=\'/new/\'">', `${AT}/new/`],
    ['input image', '<input type=image src="/go.gif">', `${AT}/go.gif`],
    ['port and no path', '<a href="http://www.yunxi.gov.cn:8080">x</a>', 'http://www.yunxi.gov.cn:8080/'],
    ['unclosed tags', '<div><a href="/a"><p>text', `${AT}/a`],
  ])('%s', (_name, html, url) => {
    expect(urls(html)).toEqual([url]);
  });

  it('srcset', () => {
    expect(urls('<img srcset="/a.png 1x, /b.png 2x">')).toEqual([`${AT}/a.png`, `${AT}/b.png`]);
  });
  it('base, wherever it stands, the first one only', () => {
    expect(urls('<a href="a">x</a><base href="/other/"><base href="/third/"><a href="b">x</a>')).toEqual([
      `${AT}/other/a`,
      `${AT}/other/b`,
    ]);
    expect(urls('<base href="http://["><a href="a">x</a>')).toEqual([`${AT}/zwgk/tzgg/a`]);
  });
  it.each([
    '<a href="#top">x</a>',
    '<a href="">x</a>',
    '<a href="javascript:;">x</a>',
    '<a href=" JavaScript:void(0)">x</a>',
    '<a href="java\nscript:void(0)">x</a>',
    '<a href="mailto:a@b.cn">x</a>',
    '<a href="tel:12345">x</a>',
    '<img src="data:image/png;base64,AAAA">',
    '<a href="ftp://x/y">x</a>',
    '<a href="http://[bad">x</a>',
    '<!-- <a href="/a">x</a> -->',
    '<noscript><img src="/count.gif"></noscript>',
    '<template><a href="/a">x</a></template>',
    '<script>var s = "<a href=\'/a\'>x</a>";</script>',
    '<textarea><a href="/a">x</a></textarea>',
    '<link rel="dns-prefetch" href="//cdn.cn">',
    '<a name="x">x</a>',
  ])('not %s', (html) => {
    expect(urls(html)).toEqual([]);
  });
  it('queries of a gbk page go in gbk, paths in utf-8', () => {
    expect(urls('<a href="/公/s?q=公">x</a>', 'gbk')).toEqual([`${AT}/%E5%85%AC/s?q=%B9%AB`]);
    expect(urls('<a href="/公/s?q=公">x</a>')).toEqual([`${AT}/%E5%85%AC/s?q=%E5%85%AC`]);
  });
  it('tells pages, pictures and documents apart', () => {
    const html = '<a href="/a.html">1</a><a href="/f.docx?x=1">2</a><img src="/i.jpg"><a href="/F.PDF">3</a><a href="/list">4</a>';
    expect(scanLinks(html, PAGE).map((ref) => ref.relation)).toEqual(['link', 'attachment', 'image', 'attachment', 'link']);
  });
  it('takes the visible text, else title, else alt', () => {
    const html =
      '<a href="/1" title="全文">云溪<b>县</b> 政府&nbsp;网</a><a href="/2" title="题"></a><a href="/3"><img src="/i" alt="图"></a><a href="/4"></a>';
    expect(
      scanLinks(html, PAGE)
        .filter((r) => r.tag === 'a')
        .map((r) => r.text),
    ).toEqual(['云溪县 政府 网', '题', '图', '']);
  });
  it('works without a page address as far as it can', () => {
    expect(scanLinks('<a href="/a">x</a><a href="http://b.cn/">y</a>', 'not an address').map((r) => r.url)).toEqual(['http://b.cn/']);
  });
});
