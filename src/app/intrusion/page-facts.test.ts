import { describe, expect, it } from 'vitest';
import { fact, SITE } from '../../checks/lib/case-table.ts';
import { ownNames } from '../../core/host-names.ts';
import type { Fact } from '../../evidence/fact.ts';
import { intrusionFacts } from './page-facts.ts';

const HTML = '<title>县住建局</title><div style="height:0;overflow:hidden"><a href="http://a.example.com/">百家乐</a></div>';
const PAGES: Readonly<Record<string, string>> = {
  clean: '<title>县住建局</title><p>通知公告</p>',
  bad: HTML,
  casino: '<title>澳门新葡京</title>',
};
const blobs = { get: async (hash: string) => Buffer.from(PAGES[hash] ?? '') };
const home = (blob: string | null): Fact<'home'> => ({
  ...fact('home', '2022-12-27', {
    url: SITE.url,
    outcome: blob === null ? 'timed-out' : 'ok',
    items: [],
    newestDate: null,
    navigationOnly: false,
  }),
  blob,
});
const engine = (blob: string | null): Fact<'search-engine-view'> => ({
  ...fact('search-engine-view', '2022-12-27', {
    url: SITE.url,
    outcome: blob === null ? 'blocked' : 'ok',
    status: blob === null ? 403 : 200,
  }),
  blob,
});
const read = (...facts: Fact[]) => intrusionFacts(facts, blobs, async () => ({ own: ownNames(['zjj.example.gov.cn']), before: null }));
const told = (facts: readonly Fact<'page-intrusion'>[]) =>
  facts.map(({ data }) => [data.compared, data.findings.map(({ kind, files }) => [kind, files])]);

describe('facts about what pages hide', () => {
  it('a page with nothing is told of too', async () => expect(told(await read(home('clean')))).toEqual([[false, []]]));
  it('a hidden link', async () => expect(told(await read(home('bad')))).toEqual([[false, [['hidden-link', true]]]]));
  it('another page for the search engine', async () =>
    expect(told(await read(home('clean'), engine('casino')))).toEqual([[true, [['cloaking', true]]]]));
  it('a search engine turned away says nothing', async () => expect(told(await read(home('clean'), engine(null)))).toEqual([[false, []]]));
  it('of an article only what was found', async () => {
    const article = (blob: string): Fact<'article'> => ({
      ...fact('article', '2022-12-27', {
        url: SITE.url,
        columnId: null,
        outcome: 'ok',
        title: null,
        publishDate: null,
        metaDate: null,
        source: null,
      }),
      blob,
    });
    expect(await read(article('clean'))).toEqual([]);
    expect(told(await read(article('bad')))).toHaveLength(1);
  });
  it('a page looked at again is told of when it is clean, and when it was taken away', async () => {
    const again = (outcome: 'ok' | 'gone' | 'timed-out'): Fact<'page-again'> => ({
      ...fact('page-again', '2022-12-27', { url: SITE.url, outcome, status: null }),
      blob: outcome === 'ok' ? 'clean' : null,
    });
    expect(told(await read(again('ok')))).toEqual([[false, []]]);
    expect(told(await read(again('gone')))).toEqual([[false, []]]);
    expect(await read(again('timed-out'))).toEqual([]);
  });
  it('a page that did not open says nothing', async () => expect(await read(home(null))).toEqual([]));
});
