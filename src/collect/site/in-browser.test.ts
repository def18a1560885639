import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import type { Browser } from '../browser/open-browser.ts';
import { browserStarts, quickBrowser } from '../browser/testing/real-browser.ts';
import { entriesJson, NEWEST, type ScriptSite, SITE_ADDRESS, scriptSite, shell } from '../browser/testing/script-site.ts';
import { realClock } from '../clock.ts';
import { type Net, openNet } from '../http/open-net.ts';
import type { SiteSettings } from '../settings.ts';
import { FOOT, listPage } from '../testing/small-site.ts';
import { lookAtSite } from './look-at-site.ts';

const here = await browserStarts();
const CALL = (path: string, done: string): string => `fetch('${path}').then(function(r){return r.json()}).then(function(d){${done}})`;
const OR_NOTE = `if(d.rows&&d.rows.length)show(d.rows);else document.getElementById('list').innerHTML='<p>暂无数据</p>'`;
const SIDE =
  '<div class="side"><h3>热点推荐</h3><ul><li><a href="/s/1.html">省委召开全省领导干部会议部署工作</a><span>2020-01-05</span></li><li><a href="/s/2.html">国务院关于某项工作的通知公布施行</a><span>2020-01-04</span></li></ul></div>';
const NEXT = '<div class="pages"><a href="/paged?2">下一页</a></div>';

const PAGES = {
  '/': `<html><head><title>某县人民政府</title></head><body><a href="/fetch">通知公告</a>${FOOT}</body></html>`,
  '/list.json': entriesJson(),
  '/first.json': JSON.stringify({ rows: JSON.parse(entriesJson()).rows.slice(0, 2) }),
  '/second.json': entriesJson(2),
  '/none.json': '{"code":200,"total":0,"rows":[]}',
  '/fault.json': '{"code":500,"msg":"系统异常","rows":[]}',
  '/static': listPage('通知公告', [
    ['县政府关于公布行政规范性文件清理结果的公告', '/a/1.html', '2022-12-01'],
    ['县政府办公室关于做好有关工作的通知事项', '/a/2.html', '2022-11-01'],
  ]),
  '/fetch': shell(CALL('/list.json', 'show(d.rows)')),
  '/paged': shell(CALL('/first.json', 'show(d.rows)'), NEXT),
  '/paged?2': shell(CALL('/second.json', 'show(d.rows)')),
  '/none': shell(CALL('/none.json', OR_NOTE)),
  '/fault': shell(CALL('/fault.json', OR_NOTE)),
  '/missing': shell(
    CALL('/missing.json', 'show(d.rows)').concat(`.catch(function(){document.getElementById('list').innerHTML='<p>暂无数据</p>'})`),
  ),
  '/aside': shell(
    CALL('/missing.json', 'show(d.rows)'),
    SIDE.replace('<ul>', '<ul id="hot">')
      .replace(/<li>.*<\/li>/, '')
      .concat(`<script>document.getElementById('hot').innerHTML='${/<li>.*<\/li>/.exec(SIDE)?.[0]}'</script>`),
  ),
};

describe.skipIf(!here)('a list that scripts fill', () => {
  let site: ScriptSite;
  let net: Net;
  let browser: Browser;
  const kept = new Map<string, Uint8Array>();
  const blobs: BlobStore = {
    async put(bytes) {
      kept.set(sha256(bytes), bytes);
      return sha256(bytes);
    },
    get: async (hash) => kept.get(hash) as Uint8Array,
    has: async (hash) => kept.has(hash),
  };
  beforeAll(async () => {
    site = await scriptSite(PAGES);
    net = openNet({ allowNetworks: [`${SITE_ADDRESS}/32`], paceMs: 0, resolve: async () => [] });
    browser = quickBrowser({ limits: { patienceMs: 500 } });
  });
  afterAll(() => Promise.all([browser.close(), net.close(), site.close()]));

  /** Facts of a scan whose columns stand at these paths. */
  async function scan(
    paths: readonly string[],
    options: { settings?: Partial<SiteSettings>; without?: boolean; limit?: string; minimumPerYear?: number } = {},
  ): Promise<Fact[]> {
    const { settings, without = false, limit = null, minimumPerYear = null } = options;
    const columns = paths.map((path) => ({ id: path, url: site.origin + path, minimumPerYear, limit }));
    const steps = lookAtSite(
      { site: { id: 'site', url: `${site.origin}/` }, columns, day: '2023-01-06' },
      {
        net,
        blobs,
        clock: realClock,
        settings: { probes: 0, maxArticles: 0, maxLooks: 1, apartMs: 0, pictures: 0, ...settings },
        ...(without ? {} : { browser }),
      },
    );
    const facts: Fact[] = [];
    for await (const step of steps) facts.push(...step.facts);
    return facts;
  }
  const ofKind = <K extends Fact['kind']>(facts: readonly Fact[], kind: K): Fact<K>[] =>
    facts.filter((fact): fact is Fact<K> => fact.kind === kind);

  it('is read in the browser, and the fact says so and keeps what was read', async () => {
    const facts = await scan(['/fetch', '/static']);
    const [shown, plain] = ['/fetch', '/static'].map((id) => ofKind(facts, 'column-list').find((fact) => fact.subjectId === id));
    expect(shown).toMatchObject({ how: 'browser/1', data: { state: 'items', newestDate: NEWEST, outcome: 'ok' } });
    expect(shown?.data.items).toHaveLength(4);
    expect(shown?.data.items[0]?.href).toBe(`${site.origin}/art/0.html`);
    expect(decodeHtml(kept.get(shown?.blob ?? '') as Uint8Array).text).toContain(NEWEST);
    expect(ofKind(facts, 'link').map(({ data }) => data.url)).toContain(`${site.origin}/art/3.html`);
    expect(plain).toMatchObject({ how: 'http/1', data: { state: 'items', newestDate: '2022-12-01' } });
    expect(site.asked.filter((line) => line === 'GET /static')).toHaveLength(1);
  });

  it('is read on over its pages where more are wanted', async () => {
    const [list] = ofKind(await scan(['/paged'], { minimumPerYear: 6 }), 'column-list');
    expect(list?.data).toMatchObject({ state: 'items', pages: 2 });
    expect(list?.data.items).toHaveLength(4);
  });

  it.each([
    ['empty', '/none', 'the site answers that there is nothing'],
    ['unreadable', '/fault', 'the site reports a fault of its own'],
    ['unreadable', '/missing', 'the question for the entries failed'],
    ['unreadable', '/aside', 'only a side list is left'],
  ])('is called %s: %s, %s', async (state, path) => {
    const [list] = ofKind(await scan([path]), 'column-list');
    expect(list?.data.state).toBe(state);
  });

  it('stays unread without a browser, and beyond the number of pages allowed', async () => {
    for (const options of [{ without: true }, { settings: { browserPages: 0 } }]) {
      const [list] = ofKind(await scan(['/fetch'], options), 'column-list');
      expect(list).toMatchObject({ how: 'http/1', data: { state: 'unreadable', items: [] } });
    }
  });

  it('pictures the home page, and a list only where it is overdue or empty', async () => {
    const facts = await scan(['/fetch', '/static'], { settings: { pictures: 20 }, limit: 'P1M' });
    const views = ofKind(facts, 'page-view');
    expect(views.map(({ subjectId, data }) => `${subjectId} ${data.device}`)).toEqual([
      'site desktop',
      'site phone',
      '/static desktop',
      '/static phone',
    ]);
    for (const { blob } of views) expect(kept.get(blob ?? '')?.length).toBeGreaterThan(100);
    expect(ofKind(await scan(['/static'], { settings: { pictures: 1 } }), 'page-view')).toHaveLength(1);
  });
});
