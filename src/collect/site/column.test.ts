import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { listPage, smallSite } from '../testing/small-site.ts';
import type { ColumnJob, ColumnRule } from './job.ts';
import { lookAtSite } from './look-at-site.ts';

const RULE: ColumnRule = {
  id: 'rule_1',
  selectors: { container: 'ul.news_list', row: '> li', title: 'a', link: null, date: 'span' },
  dated: true,
  broken: false,
};
const TITLES = ['关于开展年终安全生产大检查的通知', '关于做好春节期间值班工作的通知', '关于印发全县重点工作方案的通知'];
const ENTRIES = TITLES.map((title, i) => [title, `/a${i}.html`, `2022-12-2${6 - i}`] as const);
const PAGE = listPage('通知公告', ENTRIES);
/** The same column after a redesign: its list is built by other markup, and an old list stands beside. */
const REDESIGNED = `<html><head><title>通知公告_某县人民政府</title></head><body><header class="bar"><a href="/">首页</a></header>
<section class="app"><h2>往期回顾</h2>${[1, 2, 3].map((i) => `<article class="card"><a href="/o${i}.html">往年工作情况的通报第${i}期</a><time>2019-05-0${i}</time></article>`).join('')}</section></body></html>`;

describe('one look at a list', () => {
  let folder: string;
  let net: Net;
  let site: Awaited<ReturnType<typeof smallSite>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-column-'));
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    site = await smallSite({ '/': '<html><body>首页</body></html>' });
  });
  afterAll(async () => {
    await site.close();
    await net.close();
    await rm(folder, { recursive: true });
  });

  async function look(html: string, parts: Partial<ColumnJob> = {}, day = '2022-12-27'): Promise<Fact<'column-list'>> {
    site.pages['/tz/'] = html;
    const column: ColumnJob = { id: 'tz', url: `${site.origin}/tz/`, minimumPerYear: null, ...parts };
    const deps = { net, blobs: folderStore(folder), clock: simulatedClock(`${day}T01:00:00.000Z`), settings: { probes: 0, maxLooks: 1 } };
    for await (const step of lookAtSite({ site: { id: 's', url: `${site.origin}/` }, columns: [column], day }, deps))
      for (const fact of step.facts) if (fact.kind === 'column-list') return fact as Fact<'column-list'>;
    throw new Error('no look at the list');
  }

  it('by an accepted rule gives what the general reader gives, and names the rule', async () => {
    const general = await look(PAGE);
    const byRule = await look(PAGE, { rule: RULE });
    expect(byRule.data.items).toEqual(general.data.items);
    expect(byRule.data).toMatchObject({ state: 'items', newestDate: '2022-12-26', rule: { id: 'rule_1', fault: null } });
    expect(general.data.rule).toBeUndefined();
  });

  it('by a rule after a redesign is unreadable, though the general reader finds an older list', async () => {
    expect((await look(REDESIGNED)).data).toMatchObject({ state: 'items', newestDate: '2019-05-03' });
    const { data } = await look(REDESIGNED, { rule: RULE });
    expect(data).toMatchObject({ state: 'unreadable', items: [], newestDate: null, rule: { id: 'rule_1', fault: 'structure-gone' } });
  });

  it('by a rule that fails its own example reads nothing', async () => {
    const { data } = await look(PAGE, { rule: { ...RULE, broken: true } });
    expect(data).toMatchObject({ state: 'unreadable', newestDate: null, rule: { fault: 'example-broken' } });
  });

  it('beside a fresher list without heading is read, but not as proof; a rule settles which is meant', async () => {
    const other = [5, 2, 4].map((day) => `<p><a href="/b${day}.html">县直各部门工作动态之${day}</a> 2022-12-2${day + 2}</p>`).join('');
    const html = PAGE.replace('<ul class="news_list"', `<div class="left">${other}</div><ul class="news_list"`);
    expect(html).not.toBe(PAGE);
    expect((await look(html)).data).toMatchObject({ newestDate: '2022-12-26', newerElsewhere: '2022-12-27' });
    expect((await look(html, { rule: RULE })).data.newerElsewhere).toBeUndefined();
    expect((await look(PAGE)).data.newerElsewhere).toBeUndefined();
  });

  it('without a rule is doubted after a redesign, and on every further day', async () => {
    const trusted = await look(PAGE, { earlier: null });
    expect(trusted.data.continuity).toEqual({ trusted: null, doubt: null });
    const first = await look(REDESIGNED, { earlier: { last: trusted, trusted } }, '2022-12-28');
    expect(first.data.continuity).toEqual({ trusted: trusted.id, doubt: { kind: 'replaced', since: first.at } });
    const later = await look(REDESIGNED, { earlier: { last: first, trusted } }, '2023-01-20');
    expect(later.data.continuity?.doubt).toEqual({ kind: 'replaced', since: first.at });
  });

  it('of a list that was emptied on the page as it was: doubted one day, believed on the next', async () => {
    const trusted = await look(PAGE, { earlier: null });
    const emptied = listPage('通知公告', []).replace('</ul>', '</ul><p>暂无信息</p>');
    const first = await look(emptied, { earlier: { last: trusted, trusted } }, '2022-12-28');
    expect(first.data).toMatchObject({ state: 'empty', continuity: { doubt: { kind: 'emptied' } } });
    const second = await look(emptied, { earlier: { last: first, trusted } }, '2022-12-29');
    expect(second.data).toMatchObject({ state: 'empty', continuity: { trusted: null, doubt: null } });
  });
});
