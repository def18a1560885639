import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactData, Post } from '../../evidence/facts.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Account, AccountAdapterKind } from '../../subjects/channel.ts';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { answer, type RawServer, rawServer } from '../testing/raw-server.ts';
import type { AccountAdapter, KeptPosts } from './adapter.ts';
import { loadAccountAdapters } from './load-adapters.ts';
import { lookAtAccount } from './look-at-account.ts';

const DAY = '2022-12-27';
const XML = { 'Content-Type': 'application/rss+xml; charset=utf-8' };
const account = (adapter: AccountAdapterKind, feedUrl: string | null = null): Account => ({
  type: 'account',
  id: 'account_1',
  areaId: 'area_1',
  unitId: 'unit_1',
  supervisingUnitId: null,
  platform: 'wechat',
  name: '某县发布',
  level: null,
  filing: 'filed',
  filedOn: null,
  filingNumber: null,
  states: [],
  adapter,
  feedUrl,
});
const rss = (items: string, version = '2.0'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="${version}"><channel><title>某县发布</title>${items}</channel></rss>`;
/** A feed as RSSHub writes it. */
const rssHub = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel><title>某县发布</title><link>http://a.cn/</link><atom:link href="http://rsshub/x" rel="self" type="application/rss+xml"/><description>某县发布 - Powered by RSSHub</description><generator>RSSHub</generator><language>zh-cn</language><lastBuildDate>Tue, 27 Dec 2022 01:00:00 GMT</lastBuildDate><ttl>5</ttl>${items}</channel></rss>`;
const item = (title: string, when: string, link = `http://a.cn/${title}`): string =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${when}</pubDate></item>`;
const two = item('甲', 'Mon, 26 Dec 2022 02:00:00 GMT') + item('乙', 'Tue, 20 Dec 2022 02:00:00 GMT');
const gbk = Buffer.concat([
  Buffer.from('<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><item><title>'),
  Buffer.from([0xc8, 0xab, 0xcf, 0xd8, 0xb9, 0xa4, 0xd7, 0xf7]),
  Buffer.from('</title><pubDate>2022-12-26 10:00:00</pubDate></item></channel></rss>'),
]);

type Posts = FactData<'account-posts'>;
interface Case {
  name: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  status?: string;
  expected: Partial<Posts> & { titles?: string[] };
}
const BROKEN: Partial<Posts> = { error: 'broken', freshOn: null, posts: [], newestDate: null };
const FINE = { error: null, freshOn: DAY, outcome: 'ok', newestDate: '2022-12-26' } as const;

const CASES: readonly Case[] = [
  { name: 'RSS 2.0', body: rss(two), expected: { ...FINE, titles: ['甲', '乙'] } },
  { name: 'RSS 0.92', body: rss(two, '0.92'), expected: FINE },
  {
    name: 'RSS, oldest first',
    body: rss(item('乙', '2022-12-20 10:00') + item('甲', '2022-12-26 10:00')),
    expected: { ...FINE, titles: ['甲', '乙'] },
  },
  {
    name: 'RSS with the time of the content system called GMT',
    body: rss(item('甲', 'Tue, 27 Dec 2022 21:00:00 GMT')),
    expected: { newestDate: DAY, error: null },
  },
  {
    name: 'RDF (RSS 1.0)',
    body: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>t</title></channel><item rdf:about="http://a/1"><title>甲</title><link>http://a/1</link><dc:date>2022-12-26T20:00:00+08:00</dc:date></item></rdf:RDF>',
    expected: { ...FINE, titles: ['甲'] },
  },
  {
    name: 'Atom',
    body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title type="html">&lt;b&gt;甲&lt;/b&gt;</title><link rel="self" href="/x"/><link href="/1"/><published>2022-12-26T02:00:00Z</published><updated>2022-12-27T02:00:00Z</updated></entry></feed>',
    expected: { ...FINE, titles: ['甲'] },
  },
  {
    name: 'JSON Feed',
    body: '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","content_text":"没有标题的一条微博","url":"http://a/1","date_published":"2022-12-26T20:00:00+08:00"}]}',
    headers: { 'Content-Type': 'application/feed+json' },
    expected: { ...FINE, titles: ['没有标题的一条微博'] },
  },
  { name: 'GBK', body: gbk, headers: { 'Content-Type': 'text/xml' }, expected: { ...FINE, titles: ['全县工作'] } },
  {
    name: 'GBK that the server calls UTF-8',
    body: gbk,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    expected: { ...FINE, titles: ['全县工作'] },
  },
  { name: 'the same post twice', body: rss(two + two), expected: { ...FINE, titles: ['甲', '乙'] } },
  {
    name: 'a post dated next year beside a real one',
    body: rss(item('明年', '2023-12-26 10:00') + two),
    expected: { ...FINE, titles: ['甲', '乙'] },
  },
  { name: 'some posts without date', body: rss(`<item><title>无</title></item>${two}`), expected: { ...FINE, titles: ['甲', '乙'] } },
  { name: 'ampersands left bare', body: rss(item('甲 & 乙 &nbsp;', '2022-12-26')), expected: FINE },
  { name: 'cut off inside a tag', body: rss(two).slice(0, -30), expected: BROKEN },

  {
    name: 'RSSHub: WeChat (titles in CDATA with markup, GMT, author and category)',
    body: rssHub(
      '<item><title><![CDATA[<em>春耕</em>正当时 &amp; 一起看]]></title><description><![CDATA[<p>正文</p>]]></description><link>http://mp.weixin.qq.com/s?__biz=Mz&amp;mid=1</link><guid isPermaLink="false">http://mp.weixin.qq.com/s?__biz=Mz&amp;mid=1</guid><pubDate>Mon, 26 Dec 2022 02:00:00 GMT</pubDate><author>某县发布</author><category>政务</category></item>',
    ),
    expected: { ...FINE, titles: ['春耕正当时 & 一起看'] },
  },
  {
    name: 'RSSHub: Weibo (the text as title, a late evening in Shanghai)',
    body: rssHub(
      '<item><title>#某县发布# 停水通知：今晚八点至十点[灯泡]</title><description>&lt;a href=&quot;https://m.weibo.cn/search&quot;&gt;#某县发布#&lt;/a&gt; 停水通知</description><link>https://weibo.com/1234567890/Iaaaaaaa1</link><pubDate>Sun, 25 Dec 2022 16:30:00 GMT</pubDate><author>某县发布</author></item>',
    ),
    expected: { ...FINE, titles: ['#某县发布# 停水通知：今晚八点至十点[灯泡]'] },
  },
  {
    name: 'RSSHub: Douyin and Bilibili (no title but the words below the video)',
    body: rssHub(
      '<item><title></title><description>&lt;video src=&quot;x&quot;&gt;&lt;/video&gt;桃花开了</description><link>https://www.douyin.com/video/1</link><pubDate>Mon, 26 Dec 2022 02:00:00 GMT</pubDate></item>',
    ),
    expected: { ...FINE, titles: ['桃花开了'] },
  },
  {
    name: 'RSSHub: ?format=json',
    body: '{"version":"https://jsonfeed.org/version/1.1","title":"某县发布","home_page_url":"https://weibo.com/1","feed_url":"http://rsshub/weibo/user/1?format=json","items":[{"id":"https://weibo.com/1/a","url":"https://weibo.com/1/a","title":"甲<br>乙","content_html":"<p>正文</p>","date_published":"2022-12-26T02:00:00.000Z","authors":[{"name":"某县发布"}],"tags":["政务"]}]}',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    expected: { ...FINE, titles: ['甲 乙'] },
  },
  {
    name: 'RSSHub: the page of an error with 200',
    body: '<!DOCTYPE html><html><head><title>Welcome to RSSHub!</title></head><body><h1>Looks like something went wrong</h1><p>Error Message: this route is empty, please check the original site</p></body></html>',
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
    expected: { ...BROKEN, outcome: 'ok' },
  },
  {
    name: 'RSSHub: the page of an error with 503',
    body: '<!DOCTYPE html><html><body><h1>Looks like something went wrong</h1><p>Error Message: Request failed with status code 418</p></body></html>',
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
    status: '503 Service Unavailable',
    expected: { ...BROKEN, outcome: 'server-error' },
  },
  {
    name: 'RSSHub: rate limit',
    body: '{"error":{"message":"Too many requests"}}',
    headers: { 'Content-Type': 'application/json' },
    status: '429 Too Many Requests',
    expected: { ...BROKEN, outcome: 'blocked' },
  },
  { name: 'RSSHub: a channel without items', body: rssHub(''), expected: BROKEN },
  {
    name: 'RSSHub: a JSON feed without items',
    body: '{"version":"https://jsonfeed.org/version/1.1","title":"某县发布","items":[]}',
    headers: { 'Content-Type': 'application/json' },
    expected: BROKEN,
  },

  { name: 'no posts', body: rss(''), expected: BROKEN },
  { name: 'no dates', body: rss('<item><title>甲</title></item>'), expected: BROKEN },
  { name: 'only dates to come', body: rss(item('甲', '2023-01-26 10:00')), expected: BROKEN },
  { name: 'HTML instead of XML', body: '<!doctype html><html><body><h1>RSSHub</h1></body></html>', expected: { ...BROKEN, outcome: 'ok' } },
  { name: 'empty answer', body: '', expected: BROKEN },
  { name: 'JSON that is no feed', body: '{"code":-1,"msg":"频率限制"}', expected: BROKEN },
  { name: 'binary', body: Buffer.from([0, 255, 254, 1, 2, 3, 60, 0]), expected: BROKEN },
  { name: '404', body: '', status: '404 Not Found', expected: { ...BROKEN, outcome: 'gone' } },
  { name: '503', body: '', status: '503 Service Unavailable', expected: { ...BROKEN, outcome: 'server-error' } },
  { name: 'a gate', body: '<p>请完成安全验证</p>', headers: { 'Content-Type': 'text/html' }, expected: { ...BROKEN, outcome: 'blocked' } },
  { name: 'a huge feed', body: rss(item('甲', '2022-12-26').repeat(30_000)), expected: { ...BROKEN, outcome: 'too-large' } },
  {
    name: 'nested entities',
    body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><item><title>&c;&c;&c;</title></item></channel></rss>',
    expected: BROKEN,
  },
];

describe('accounts', () => {
  let adapters: ReadonlyMap<AccountAdapterKind, AccountAdapter>;
  let net: Net;
  let server: RawServer;
  let folder: string;
  let blobs: BlobStore;
  beforeAll(async () => {
    adapters = await loadAccountAdapters();
    folder = await mkdtemp(join(tmpdir(), 'mingcha-accounts-'));
    blobs = folderStore(folder);
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, totalMs: 10_000, bodyBytes: 2_000_000 });
    server = await rawServer((socket, { path }) => {
      const chosen = CASES[Number(path.slice(1))];
      if (chosen) socket.write(answer(chosen.body, chosen.headers ?? XML, chosen.status));
    });
  });
  afterAll(async () => {
    await net.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
  const look = async (adapter: AccountAdapterKind, feedUrl: string | null, kept: KeptPosts | null = null) =>
    lookAtAccount(
      adapters,
      { account: account(adapter, feedUrl), day: DAY, kept },
      { net, blobs, clock: simulatedClock('2022-12-27T01:00:00.000Z') },
    );

  it('has one file per adapter of the closed list', () =>
    expect([...adapters.keys()].sort()).toEqual(['feed', 'manual', 'saved', 'sheet']));

  it.each(CASES.map((entry, index) => ({ ...entry, index })))('feed: $name', async ({ index, expected: { titles, ...expected } }) => {
    const fact = await look('feed', `${server.origin}/${index}`);
    expect(fact.data).toMatchObject(expected);
    if (titles) expect(fact.data.posts.map((post) => post.title)).toEqual(titles);
    expect(fact).toMatchObject({ how: 'feed/1', at: '2022-12-27T01:00:00.000Z', source: `${server.origin}/${index}` });
  });

  it('keeps what it read', async () => {
    const fact = await look('feed', `${server.origin}/0`);
    expect(Buffer.from(await blobs.get(fact.blob as string)).toString()).toBe(rss(two));
  });
  it('a relative address of a post is resolved', async () => {
    const index = CASES.findIndex(({ name }) => name === 'Atom');
    expect((await look('feed', `${server.origin}/${index}`)).data.posts[0]?.url).toBe(`${server.origin}/1`);
  });
  it('feed without an address', async () => expect((await look('feed', null)).data.error).toBe('none-configured'));
  it('feed inside the network', async () =>
    expect((await look('feed', 'http://10.0.0.1/rss')).data).toMatchObject({ outcome: 'refused-address', error: 'broken' }));

  const post = (date: string): Post => ({ title: date, url: null, date, original: true });
  const kept = (freshOn: string | null, ...dates: string[]): KeptPosts => ({
    posts: dates.map(post),
    freshOn,
    source: '12月.xlsx',
    blob: null,
  });
  it('saved pages: prove life, and never silence while nobody vouches', async () => {
    const unvouched = await look('saved', null, kept(null, '2022-12-01', '2022-12-20', '2022-12-28'));
    expect(unvouched.data).toMatchObject({ adapter: 'saved', error: 'stale', freshOn: null, newestDate: '2022-12-20' });
    expect((await look('saved', null, kept(DAY, '2022-12-20'))).data).toMatchObject({ error: null, freshOn: DAY });
    expect((await look('saved', null)).data).toMatchObject({ error: 'none-configured', freshOn: null, posts: [] });
  });
  it.each([
    ['vouched for today', kept(DAY, '2022-12-01', '2022-12-20'), { error: null, freshOn: DAY, newestDate: '2022-12-20' }],
    ['vouched for 7 days ago', kept('2022-12-20', '2022-12-01'), { error: null, freshOn: '2022-12-20', newestDate: '2022-12-01' }],
    ['vouched for 8 days ago', kept('2022-12-19', '2022-12-01'), { error: 'stale', freshOn: '2022-12-19', newestDate: '2022-12-01' }],
    ['vouched for, without a single post', kept(DAY), { error: null, freshOn: DAY, newestDate: null, posts: [] }],
    [
      'entered later than the monitored day',
      kept('2023-01-05', '2022-12-27', '2022-12-28'),
      { error: null, freshOn: DAY, newestDate: DAY },
    ],
    ['never vouched for', kept(null, '2022-12-20'), { error: 'none-configured', freshOn: null }],
    ['nothing kept', null, { error: 'none-configured', freshOn: null }],
  ])('sheet and hand entry: %s', async (_name, given, expected) => {
    for (const adapter of ['sheet', 'manual'] as const) {
      const fact = await look(adapter, null, given);
      expect(fact.data).toMatchObject({ adapter, ...expected });
      expect(fact.how).toBe(`${adapter}/1`);
    }
  });
});
