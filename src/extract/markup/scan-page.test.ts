import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { decodeHtml } from '../bytes/decode-html.ts';
import { scanLinks } from './links.ts';
import { scanPage } from './scan-page.ts';

const PAGE = 'http://www.site.cn/zwgk/list/index.html?a=1';
const REAL = '../shared/pages';

/** What the parser sees, gathered as `scanPage` gathers it: each address once, links first among relations, texts among occurrences. */
function byParser(html: string, url: string, charset = 'utf-8') {
  const found = new Map<string, { url: string; relation: string; text: string }>();
  for (const { url: to, text, relation, tag } of scanLinks(html, url, charset)) {
    const as = relation !== 'image' && (tag === 'script' || tag === 'link') ? 'part' : relation;
    const known = found.get(to);
    if (known === undefined) found.set(to, { url: to, relation: as, text });
    else {
      if (as === 'link') known.relation = 'link';
      known.text ||= text;
    }
  }
  return [...found.values()];
}

const ODD = [
  `<a/href='/1'>a</a><A HREF=/2>b</A><a href="\\3\\x">c</a><a href="/4\n5">d</a>`,
  '<a href="/1" href="/2">first</a><a href=>none</a><a href>none</a><a href="#top">top</a><a href=" /sp ">s</a>',
  '<a href="/x?a=1&b=2&amp;c=3&copy=4&#x2F;">&lt;e&gt; &nbsp;x&hellip</a><a href=/y?q=&eacute;>é</a>',
  '<!-- <a href="/no">x</a> --><!--><a href="/1">1</a><!---><a href="/2">2</a><!-- a --!><a href="/3">3</a>-->',
  '<![CDATA[<a href="/no">x</a>]]><a href="/1">1</a><?php <a href="/q"> ?><!doctype html><!x><!-><a href="/2">2</a>',
  '</><a href="/1">1</a></ a href="/no"></a/href="/no2"><a href="/3">3</a><<a href="/4">4</a>< a href="/no">',
  '<script>"<a href=\'/no\'>"</script x><a href="/1">1</a><SCRIPT src=/s.js></script ><style>@import "x"; b{background:url(/b.png)}</style>',
  '<title>x &amp; <a href="/no">y</a></title><textarea><a href="/no"></textarea><iframe src=/f><a href="/no"></iframe><a href="/1">1</a>',
  '<noscript><a href="/no">x</a></noscript><template><a href="/no">x</a></template><xmp><a href="/no"></xmp><a href="/1">1</a>',
  '<a href="/1"><img src="/1" alt="inner"></a><a href="/2"><img alt="pic" src="/p.png"></a><a href="/2">later</a>',
  '<p style="background:url(/s.png)" x="y>z"><td background=/bg.gif><div title="<a href=/no>"><a href="/1" title=t></a>',
  '<a href="/early">e</a><base href="/sub/"><base href="/other/"><a href="late">l</a><a href="../up">u</a><a href="../../../over">o</a>',
  '<meta http-equiv=Refresh content="0; url=/next"><meta name=keywords content="a,b"><link rel="shortcut icon" href=/i.ico><link rel=canonical href=/no>',
  '<img srcset="/a.png 1x, /b.png 2x" data-original=/real.png src=/blank.gif><video poster=/v.png src=/v.mp4><source srcset="/c.png"></video>',
  '<a href="http://www.site.cn/abs/./x">1</a><a href="//other.cn/x">2</a><a href="/a/../b">3</a><a href="a/.">4</a><a href="?p=2">5</a><a href="./d">6</a>',
  '<a href="javascript:go(1)">j</a><a href="mailto:a@b">m</a><a href="HTTP://UP.cn/%7e">u</a><a href="www.x.cn:80/a">p</a><a href="/中文/?q=中">中</a>',
  '<a href="/unclosed" <b>x</b><a href="/2"',
  '<a href="/1">text<plaintext><a href="/no">',
  '<script>never closed <a href="/no">',
];

const FIXTURES = join(import.meta.dirname, '../fixtures');
const fixtures = readdirSync(FIXTURES).map((name) => readFileSync(join(FIXTURES, name), 'utf8'));
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.html')) : [];
if (real.length === 0) console.warn('../shared/pages is absent: the scan is not held against real pages');

describe('scanPage sees what the parser sees', () => {
  it.each(ODD)('%s', (html) => {
    expect(scanPage(html, PAGE).references).toEqual(byParser(html, PAGE));
  });
  it.skipIf(real.length === 0).each(real)('%s', (name) => {
    const { text, charset } = decodeHtml(readFileSync(join(REAL, name)));
    const references = byParser(text, PAGE, charset);
    expect(scanPage(text, PAGE, { charset }).references).toEqual(references);
  });
  it('on 20,000 broken pages', () => {
    let state = 7;
    const random = (limit: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const bits = [
      '<',
      '>',
      '"',
      "'",
      '=',
      '/',
      '-',
      '--',
      '!',
      '&',
      '&amp;',
      ' ',
      '\n',
      '#',
      '<!--',
      '-->',
      '</a>',
      '<script>',
      '</',
      '<a href=',
      '<title>',
      '</style>',
      '<base href="/b/">',
      '\0',
      '..',
      '?',
    ];
    const whole = [...ODD, ...fixtures.flatMap((page) => page.match(/[\s\S]{1,1500}/g) ?? [])];
    for (let n = 0; n < 20_000; n++) {
      let html = whole[random(whole.length)] as string;
      for (let edits = 1 + random(4); edits > 0; edits--) {
        const at = random(html.length);
        html = html.slice(0, at) + bits[random(bits.length)] + html.slice(at + random(3));
      }
      html += '>'; // of a closing tag that the page breaks off in, the tokenizer gives the last letter as text
      const seen = scanPage(html, PAGE).references;
      const parsed = byParser(html, PAGE);
      if (JSON.stringify(seen) !== JSON.stringify(parsed)) expect({ html, seen }).toEqual({ html, seen: parsed });
    }
  });
});

describe('scanPage', () => {
  it('gives title, metas and visible text', () => {
    const html =
      '<title>a &amp;\n b</title><meta name=PubDate content="2024-01-02"><script>x</script><p>one <b>two</b></p><!-- no --><style>s</style>3';
    expect(scanPage(html, PAGE, { text: true })).toMatchObject({ title: 'a & b', metas: { PubDate: '2024-01-02' }, text: 'one two 3' });
  });
  it('keeps to its limit', () => {
    const html = Array.from({ length: 50 }, (_, i) => `<a href="/${i}">x</a>`).join('');
    expect(scanPage(html, PAGE, { limit: 10 }).references).toHaveLength(10);
  });
  it.each(['<!--', '<a href="', '<script></', '<a ', '<!-- --!', '</title', '<title>&', '<![CDATA[', '<a href=" '])(
    'takes linear time on %s repeated',
    (bit) => {
      const began = cpuMs();
      scanPage(bit.repeat(400_000), PAGE, { text: true });
      expect(cpuMs() - began).toBeLessThan(5_000);
    },
  );
});
