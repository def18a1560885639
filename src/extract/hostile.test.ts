import { describe, expect, it } from 'vitest';
import { mutate, random, SEEDS } from '../../bench/extract/mutate.ts';
import { readPage, scanLinks } from './index.ts';

const URL = 'http://www.yunxi.gov.cn/a/b.html';
const read = (html: string) => readPage(new TextEncoder().encode(html), { url: URL, today: '2022-12-27' });
const N = 100_000;

/** Time this process worked, so that a busy machine fails no test. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Pages built to exhaust stack, memory or patience. The time they take grows with their size and no faster. */
const HOSTILE: readonly [name: string, html: () => string][] = [
  ['deep divs', () => '<div>'.repeat(N)],
  ['deep divs closed', () => `${'<div>'.repeat(N)}${'</div>'.repeat(N)}`],
  ['deep divs, wrong closings', () => `${'<div>'.repeat(N)}${'</span></p></b>'.repeat(N)}`],
  ['deep lists with dates', () => '<ul><li><a href="x">关于做好有关工作的通知</a>2022-12-27'.repeat(20_000)],
  ['deep tables', () => '<table><tr><td>'.repeat(N)],
  ['nested links', () => '<a href="x">题'.repeat(N)],
  ['very many entries', () => '<li><a href="n.html">关于做好有关工作的通知</a><span>2022-12-27</span></li>'.repeat(50_000)],
  ['very many lists', () => '<ul><li><a href="n.html">关于做好有关工作的通知</a><span>2022-12-27</span></li></ul>'.repeat(30_000)],
  ['very many date links', () => '<p>正文</p><a href="/p/1">12月27日 10:00</a>'.repeat(30_000)],
  ['very many headings', () => '<h1>关于做好有关工作的通知</h1>'.repeat(50_000)],
  ['very many pagers', () => '<a href=2>下一页</a>'.repeat(50_000)],
  ['one huge attribute', () => `<a href="${'a'.repeat(5_000_000)}" title="${'题'.repeat(1_000_000)}">x</a>`],
  ['very many attributes', () => `<a ${Array.from({ length: N }, (_, i) => `a${i}=1`).join(' ')} href="/x">x</a>`],
  ['one huge text', () => `<title>${'题'.repeat(1_000_000)}</title><p>${'文'.repeat(3_000_000)}</p>`],
  ['one huge line of blanks', () => `<p>${' '.repeat(5_000_000)}</p>`],
  ['one huge line of digits', () => `<p>${'2022-12-'.repeat(500_000)}</p>`],
  ['NULs', () => '\0'.repeat(N) + '<a href="/a\0b">x\0</a>'.repeat(1_000)],
  ['unclosed comment', () => `<!-- ${'<a href=x>'.repeat(N)}`],
  ['unclosed script', () => `<script>${'document.write("<a>'.repeat(20_000)}`],
  ['unclosed records', () => `<script>${'<record><![CDATA['.repeat(N)}</script>`],
  ['unclosed quote', () => `<a href="${'<a href=x>'.repeat(N)}`],
  ['angle brackets', () => '<'.repeat(1_000_000)],
  ['ampersands', () => '&'.repeat(1_000_000)],
  ['style urls', () => `<style>${'url('.repeat(300_000)}</style>`],
  ['srcset', () => `<img srcset="${', '.repeat(500_000)}">`],
  ['meta refresh', () => `<meta http-equiv=refresh content="${' ;'.repeat(500_000)}url=/x">`],
  ['guide of one line', () => `<h1>政府信息公开指南</h1><p>${'电话：地址：'.repeat(100_000)}</p>`],
  ['foot of one line', () => `<p>${'主办单位：皖ICP备'.repeat(100_000)}</p>`],
  ['twenty megabytes', () => '<div><p>云溪县人民政府<a href="/x">通知</a></p>'.repeat(400_000)],
];

describe('hostile pages', () => {
  it.each(HOSTILE)('%s', (_name, html) => {
    const text = html();
    const bound = 4_000 + (text.length / 1e6) * 700;
    const start = cpuMs();
    const page = read(text);
    const links = scanLinks(text, URL);
    expect(cpuMs() - start).toBeLessThan(bound);
    expect(page.links.length + page.images.length).toBe(links.length);
  });
});

describe('broken pages', () => {
  it('reads thousands of mutated pages, each quickly and to a whole answer', () => {
    const next = random(20_221_227);
    let slowest = 0;
    for (let i = 0; i < 4_000; i++) {
      const bytes = mutate(SEEDS[i % SEEDS.length] as Uint8Array, next);
      const start = cpuMs();
      const page = readPage(bytes, { url: URL, contentType: i % 3 === 0 ? 'text/html; charset=gbk' : null, today: '2022-12-27' });
      slowest = Math.max(slowest, cpuMs() - start);
      for (const item of page.list) {
        expect(item.title).not.toBe('');
        expect(item.date === null).toBe(item.dateSource === null);
        if (item.date !== null) expect(item.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      expect(page.listState === 'items').toBe(page.list.length > 0);
    }
    expect(slowest).toBeLessThan(500);
  });
});
