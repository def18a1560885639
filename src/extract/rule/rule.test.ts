import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../../tests/support/cpu.ts';
import { parsePage } from '../parse-page.ts';
import { LIST_FORMS } from '../variants/list-forms.ts';
import { pool } from '../variants/pool.ts';
import { NAMINGS, SHELLS } from '../variants/shells.ts';
import { applyRule } from './apply-rule.ts';
import { type ProposedRule, proposeRule } from './propose-rule.ts';
import { parseSelector, selectAll } from './select.ts';

const TODAY = '2023-01-06';
const page = (rows: string, list = 'news', frame = 'main') =>
  parsePage(`<div class="head"><a href="/">首页</a></div><div class="${frame}"><h2>通知公告</h2><ul class="${list}">${rows}</ul></div>
    <div class="extra"><h3>往期回顾</h3><ul>${['县政府召开第十二次常务会议', '县领导到乡镇调研防汛抗旱工作', '全县教育工作会议召开'].map((t, i) => `<li><a href="/h${i}">${t}</a><span>2021-01-0${5 - i}</span></li>`).join('')}</ul></div>`);
const TITLES = ['关于停水检修的紧急通知', '关于城区道路施工的通告', '关于征集意见建议的公告', '关于开展安全检查的通知'];
const rows = (day: (i: number) => string = (i) => `2022-12-2${6 - i}`) =>
  TITLES.map((title, i) => `<li><a href="/a${i}">${title}</a><span class="d">${day(i)}</span></li>`).join('');
const made = (): ProposedRule => {
  const rule = proposeRule(page(rows()), TODAY);
  if (rule === null) throw new Error('no rule');
  return rule;
};

describe('selectors', () => {
  const { root } = parsePage(
    '<div id="m" class="a b"><ul><li data-k="1">x<b>1</b></li><li>y<ul><li>z</li></ul></li></ul></div><p class="a">q</p>',
  ).layout;
  it.each([
    ['li', 3],
    ['ul > li', 3],
    ['div > ul > li', 2],
    ['> div > ul > li', 2],
    ['div li li', 1],
    ['.a', 2],
    ['div.a.b#m', 1],
    ['li[data-k]', 1],
    ['li[data-k="1"] > b', 1],
    ['li[data-k=2]', 0],
    ['ul > :nth-child(2)', 1],
    ['*.a', 2],
    ['DIV', 1],
  ])('%s names %i', (text, count) => expect(selectAll(root, parseSelector(text))).toHaveLength(count));

  it.each(['', ' ', '>', 'li >', 'li > > a', 'a, b', 'a:hover', 'a + b', '..x', 'li[', ':nth-child(n)', 'a '.repeat(25)])(
    'refuses “%s”',
    (text) => expect(() => parseSelector(text)).toThrow(/选择器/),
  );

  it('reads a page nested as deep as pages may be within linear time', () => {
    const deep = parsePage(`${'<div class="x">'.repeat(500)}${'<p class="x"><a>y</a></p>'.repeat(20_000)}`).layout.root;
    const before = cpuMs();
    expect(selectAll(deep, parseSelector('div .x .x a'))).toHaveLength(20_000);
    expect(cpuMs() - before).toBeLessThan(3_000);
  });
});

describe('a rule for the list the general reader found', () => {
  it('reads the same rows on its own page, and the rows of another day', () => {
    const { selectors, items } = made();
    expect(items.map(({ title, date }) => [title, date])).toEqual(TITLES.map((title, i) => [title, `2022-12-2${6 - i}`]));
    const later = page(`<li><a href="/n">关于春节放假安排的通知</a><span class="d">2023-01-05</span></li>${rows()}`);
    expect(applyRule(later, selectors, TODAY, true)).toMatchObject({ state: 'items', fault: null, items: { length: 5 } });
  });

  it('prints where the list stands', () => {
    expect(made().selectors).toEqual({ container: 'ul.news', row: '> li', title: 'a', link: null, date: 'span.d' });
  });

  it.each([
    ['the box is gone', page(rows(), 'grid-7', 'app'), 'structure-gone'],
    ['the box is there and holds other markup', page('<div>请使用新版网站</div>'), 'structure-gone'],
    ['the dates are elsewhere', page(rows().replaceAll('class="d"', 'class="views"')), 'rows-implausible'],
    ['more than half of the dates are elsewhere', page(rows((i) => (i < 3 ? '' : '2022-12-20'))), 'rows-implausible'],
    ['the titles are no links any more', page(rows().replaceAll('<a ', '<i ').replaceAll('</a>', '</i>')), 'rows-implausible'],
  ] as const)('reads nothing and says so when %s', (_name, redesigned, fault) => {
    expect(applyRule(redesigned, made().selectors, TODAY, true)).toEqual({ state: 'unreadable', items: [], fault });
  });

  it.each([
    ['half of the entries dated is enough', page(rows((i) => (i < 2 ? '' : '2022-12-20'))), 4],
    ['one entry', page(rows().slice(0, rows().indexOf('</li>') + 5)), 1],
  ] as const)('%s', (_name, now, count) => {
    expect(applyRule(now, made().selectors, TODAY, true)).toMatchObject({ state: 'items', items: { length: count } });
  });

  it('tells an empty list that says so from a structure that is gone', () => {
    const empty = parsePage('<div class="main"><h2>通知公告</h2><p>暂无信息</p><ul class="news"></ul></div>');
    expect(applyRule(empty, made().selectors, TODAY, true)).toEqual({ state: 'empty', items: [], fault: null });
  });

  it('can be made for the second likeliest list', () => {
    const { selectors } = proposeRule(page(rows()), TODAY, 2) as ProposedRule;
    expect(applyRule(page(rows()), selectors, TODAY, true).items).toHaveLength(3);
    expect(proposeRule(page(rows()), TODAY, 2)?.items[0]?.title).toBe('县政府召开第十二次常务会议');
    expect(proposeRule(page(rows()), TODAY, 9)).toBeNull();
  });

  it('reads a title or a date in an element that is no link and no usual place', () => {
    const table = parsePage(
      '<table class="gk"><tr><td>1</td><td class="t">财政预算公开</td><td><a href="/x">查看</a></td><td>公开日期为2022-12-01</td></tr></table>',
    );
    const rule = { container: 'table.gk', row: 'tr', title: 'td.t', link: 'a', date: '> td:nth-child(4)' };
    expect(applyRule(table, rule, TODAY, true).items).toMatchObject([{ title: '财政预算公开', href: '/x', date: '2022-12-01' }]);
  });
});

describe('rules over the forms in which content systems set lists', () => {
  /** Forms whose entries stand in no box of their own have no rule; the general reader reads them. */
  const UNBOXED = [
    'dl with dd summary and dd date',
    'no-break filler and bracketed date in the font',
    'titles and dates in two columns side by side',
  ];
  it.each(LIST_FORMS.filter(({ name }) => !UNBOXED.includes(name)).map((form) => [form.name, form] as const))('%s', (_name, form) => {
    for (const shell of SHELLS.slice(0, 4))
      for (const [naming, rename] of Object.entries(NAMINGS)) {
        const entries = pool(18);
        const html = (count: number): string => rename(shell.wrap(form.html(entries.slice(18 - count))));
        const rule = proposeRule(parsePage(html(17)), TODAY);
        if (naming === 'none' && rule === null) continue;
        const reading = applyRule(parsePage(html(18)), (rule as ProposedRule).selectors, TODAY, true);
        expect([reading.fault, reading.items.map(({ title, date }) => [title, date])], `${shell.name}, names ${naming}`).toEqual([
          null,
          entries.map(({ title, date }) => [title, date]),
        ]);
      }
  });
});
