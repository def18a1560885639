import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { pool } from './pool.ts';
import { NAMINGS, SHELLS } from './shells.ts';

const list = (name: string, days: readonly string[]): string =>
  `<ul class="${name}">${pool(days.length)
    .map((e, i) => `<li><a href="${name}${i}.htm">${name}${e.title}</a><span>${days[i]}</span></li>`)
    .join('')}</ul>`;
const OLD = ['2021-12-20', '2021-10-11', '2021-09-01', '2021-06-30', '2021-03-15', '2021-01-08'];
const FRESH = ['2022-12-27', '2022-12-01', '2022-12-20', '2022-11-30'];

/** Pages on which the list that is read may not be the column's, or only a part of it. */
const FORMS: readonly [name: string, html: string][] = [
  [
    'panels of tabs that a style sheet hides',
    `<div class="tabs"><span>公示</span><span>公告</span></div><div class="panel on">${list('gs', OLD)}</div><div class="panel">${list('gg', FRESH)}</div>`,
  ],
  ['newest rows in a hidden list', `<ul><li>更多</li></ul><div style="display:none">${list('new', FRESH)}</div>${list('rest', OLD)}`],
  [
    'two lists without headings, neither running on',
    `<div class="left">${list('a', FRESH)}</div><div class="right">${list('b', OLD)}</div>`,
  ],
  [
    'fresher entries set in another form above',
    `<div class="focus">${FRESH.map((d, i) => `<dl><dt><a href="f${i}.htm">县政府重点工作推进情况之${i}</a></dt><dd>${d}</dd></dl>`).join('')}</div>${list('b', OLD)}`,
  ],
];

describe('a page on which the newest date cannot be told for sure', () => {
  it.each(FORMS)('%s', (_name, html) => {
    for (const shell of SHELLS.filter(({ name }) => name === 'alone' || name.startsWith('columns'))) {
      for (const [naming, rename] of Object.entries(NAMINGS)) {
        const page = readPage(new TextEncoder().encode(rename(shell.wrap(html))), {
          url: 'http://www.yunxi.gov.cn/zwgk/tzgg/',
          today: '2023-01-06',
        });
        // Either the fresh list is read, or the reading says that there is one.
        expect([page.newestDate, page.newerElsewhere], `${shell.name}, names ${naming}`).toContain('2022-12-27');
      }
    }
  });
});

describe('days that can acquit but not accuse are marked as worked out', () => {
  it.each([
    ['two days without labels', '<span>2022-11-02</span><span>2022-12-27</span>'],
    ['from and to', '<p>征集时间：2022-12-27至2023-01-30</p>'],
  ])('%s', (_name, days) => {
    const html = `<ul>${pool(5)
      .map((e) => `<li><a href="${e.href}">${e.title}</a>${days}</li>`)
      .join('')}</ul>`;
    const shell = SHELLS[0]?.wrap(html) ?? '';
    const page = readPage(new TextEncoder().encode(shell), { url: 'http://www.yunxi.gov.cn/zwgk/tzgg/', today: '2023-01-06' });
    expect(new Set(page.list.map(({ dateSource }) => dateSource))).toEqual(new Set(['inferred']));
  });
});
