import { describe, expect, it } from 'vitest';
import { column, read, TITLES } from './testing/column-page.ts';

const DAYS_OF_HALVES = [0, 8].map((from) =>
  Array.from({ length: from === 0 ? 8 : 7 }, (_, i) => {
    const n = from + i;
    return `<tr><td><a href="n${n}.html">关于公布第${n}批行政权力清单的公告</a></td><td>2022-12-${27 - n}</td></tr>`;
  }).join(''),
);

describe('a list set in several blocks is one list', () => {
  const entry = (i: number): string => `<li><a href="n${i}.html">关于公布第${i}批行政权力清单的公告</a><span>2022-12-${27 - i}</span></li>`;
  const blocks = (open: string, shut: string): string =>
    [0, 5, 10].map((from) => `${open}${[0, 1, 2, 3, 4].map((i) => entry(from + i)).join('')}${shut}`).join('');
  const ownDays = (open: string, shut: string): string =>
    ['甲', '乙', '丙']
      .map((name, n) => {
        const days = [0, 1, 2, 3, 4].map((i) => 27 - n - i * (4 - n));
        const inside = days.map(
          (day, i) => `<li><a href="${n}${i}.html">${name}组公布第${i}批行政权力清单</a><span>2022-12-${day}</span></li>`,
        );
        return open.replace('?', `c${name}`) + inside.join('') + shut;
      })
      .join('');
  const halves = (...names: readonly string[]): string =>
    names
      .map((name, n) => {
        const size = 15 / names.length;
        const from = Math.round(n * size);
        const to = Math.round((n + 1) * size);
        const inside = Array.from({ length: to - from }, (_, i) => entry(from + i)).join('');
        return `<div class="${name}"><ul class="${name}list">${inside}</ul></div>`;
      })
      .join('');
  const rowByRow = (...names: readonly string[]): string =>
    names
      .map((name, n) => {
        const inside = Array.from({ length: 15 }, (_, i) => (i % names.length === n ? entry(i) : '')).join('');
        return `<div class="${name}"><div>${inside.replaceAll('<li>', '<p>').replaceAll('</li>', '</p>')}</div></div>`;
      })
      .join('');
  const titles = (html: string) => read(column(html)).list.length;
  it.each([
    ['left and right, running on', `<div>${halves('left', 'right')}</div>`],
    ['fl and fr, row by row', `<div>${rowByRow('fl', 'fr')}</div>`],
    ['three columns running on', `<div>${halves('col-a', 'col-b', 'col-c')}</div>`],
    ['three columns row by row', `<div>${rowByRow('one', 'two', 'three')}</div>`],
    ['cells of one row', `<table><tr>${blocks('<td><ul>', '</ul></td>')}</tr></table>`],
    [
      'tables with column titles of their own',
      `<div>${['l', 'r'].map((name, n) => `<div class="${name}"><table><tr><th>标题</th><th>发布日期</th></tr>${DAYS_OF_HALVES[n]}</table></div>`).join('')}</div>`,
    ],
  ])('also side by side: %s', (_name, html) => {
    const page = read(column(html));
    expect([page.list.length, page.newestDate, page.newerElsewhere]).toEqual([15, '2022-12-27', null]);
    const days = page.list.map(({ date }) => date);
    expect(days).toEqual([...days].sort().reverse());
  });
  it.each([
    ['each in an entry of an outer list', `<ul class="list">${blocks('<li><ul>', '</ul></li>')}</ul>`],
    ['each in a box', `<div>${blocks('<div><ul>', '</ul></div>')}</div>`],
    ['each in a row of a table', `<table>${blocks('<tr><td><ul>', '</ul></td></tr>')}</table>`],
    ['one behind the other', blocks('<ul>', '</ul>')],
    ['with classes for first and last', `<ul>${blocks('<li class="a"><ul>', '</ul></li>').replace('"a"', '"first"')}</ul>`],
  ])('%s', (_name, html) => {
    expect(titles(html)).toBe(15);
  });
  it.each([
    ['a heading between', `<div>${blocks('<div><h3>要闻</h3><ul>', '</ul></div>')}</div>`],
    ['a heading in the first', `<div>${blocks('<div><ul>', '</ul></div>').replace('<ul>', '<h3>要闻</h3><ul>')}</div>`],
    ['cells of one row, each with days of its own', `<table><tr>${ownDays('<td><ul>', '</ul></td>')}</tr></table>`],
    ['other classes and days of their own', `<div>${ownDays('<div class="?"><ul>', '</ul></div>')}</div>`],
    ['other classes and a long pause between', `<div>${halves('left', 'right').replaceAll('2022-12-1', '2021-06-1')}</div>`],
    ['a picture for a heading', `<div>${halves('left', 'right').replace('<ul', '<img src="/images/yw.jpg"><ul')}</div>`],
  ])('but not with %s', (_name, html) => {
    expect(titles(html)).toBeLessThan(15);
  });
});

describe('a fresher list beside that may be the column’s own', () => {
  const list = (name: string, days: readonly string[], head = ''): string =>
    `<div class="${name}">${head}<ul>${days.map((d, i) => `<li><a href="${name}${i}.html">${name}组${TITLES[i % 4]}</a><span>${d}</span></li>`).join('')}</ul></div>`;
  const old = list('right', ['2021-12-27', '2021-10-20', '2021-07-30', '2021-05-30', '2021-02-01']);
  const fresh = ['2022-12-20', '2022-11-20', '2022-12-27'];
  it.each([
    ['no heading', old, list('left', fresh), '2022-12-27'],
    ['the name of another column', old, list('left', fresh, '<h3>人事任免</h3>'), null],
    ['a heading of a side list', old, list('left', fresh, '<h3>热点推荐</h3>'), null],
    ['a painted heading', old, list('left', fresh, '<img src="/images/rsrm.png">'), null],
    ['no heading, and nothing fresher', list('right', fresh), old, null],
  ])('with %s', (_name, main, other, doubt) => {
    const page = read(column(`<div>${other}${main}</div>`));
    expect(page.newerElsewhere).toBe(doubt);
  });
  it('days to come are no fresher days', () => {
    const html = `<div>${list('left', ['2024-12-20', '2021-11-20', '2021-12-26'])}${old}</div>`;
    expect(read(column(html), '2022-12-30').newerElsewhere).toBeNull();
  });
});
