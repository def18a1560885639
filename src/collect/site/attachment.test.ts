import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { docxOf, paragraph, zipOf } from '../../extract/attachment/testing/small-files.ts';
import { simulatedClock } from '../clock.ts';
import { type Net, openNet } from '../http/open-net.ts';
import type { SiteSettings } from '../settings.ts';
import { answer, type RawHandler, type RawServer } from '../testing/raw-server.ts';
import { articlePage, FOOT, listPage, type Page, smallSite } from '../testing/small-site.ts';
import { type Known, NOTHING_KNOWN } from './job.ts';
import { lookAtSite } from './look-at-site.ts';

const DAY = '2022-12-27';
const FILES = ['tongzhi.docx', 'biao.pdf', 'fujian.zip', 'gone.doc'];

let blobs: BlobStore;
let folder: string;
let net: Net;
let server: RawServer | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-attachment-'));
  blobs = folderStore(folder);
  net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, obeyRobots: false, totalMs: 10_000 });
});
afterAll(async () => {
  await net.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  await server?.close();
  server = null;
});

/** A file that tells its version, and 304 to those who name it. */
const versioned =
  (bytes: Buffer, etag: string): RawHandler =>
  (socket, { head }) =>
    void socket.write(
      head.toLowerCase().includes(`if-none-match: ${etag}`)
        ? answer('', { ETag: etag }, '304 Not Modified')
        : answer(bytes, { ETag: etag }),
    );

async function site(changed: Record<string, Page> = {}): Promise<string> {
  const links = FILES.map((name) => `<p><a href="/files/${name}">附件：${name}</a></p>`).join('');
  const docx = await docxOf(paragraph('校园安全检查表'));
  const pages = {
    '/': `<html><head><title>某县</title></head><body><a href="/tz/">通知公告</a>${FOOT}</body></html>`,
    '/tz/': listPage('通知公告', [
      ['关于开展校园安全检查的通知', '/a.html', '2022-12-26'],
      ['关于做好值班工作的通知', '/b.html', '2022-12-25'],
    ]),
    '/a.html': articlePage('关于开展校园安全检查的通知', '2022-12-26', links),
    '/b.html': articlePage('关于做好值班工作的通知', '2022-12-25', `<a href="http://127.0.0.1:1/other.pdf">外站文件</a>`),
    '/files/tongzhi.docx': versioned(docx, '"v1"'),
    '/files/biao.pdf': answer('<!DOCTYPE html><title>政务动态</title><p>县政府召开常务会议，研究部署近期重点工作，听取有关情况汇报。</p>', {
      'Content-Type': 'text/html',
    }),
    '/files/fujian.zip': answer(await zipOf({ '../附件1.docx': docx }, 'gbk')),
    ...changed,
  };
  const opened = await smallSite(pages);
  server = opened;
  return opened.origin;
}

async function scan(origin: string, settings: Partial<SiteSettings> = {}, known: Known = NOTHING_KNOWN): Promise<Fact[]> {
  const job = {
    site: { id: 'site_1', url: `${origin}/` },
    columns: [{ id: 'col_1', url: `${origin}/tz/`, minimumPerYear: null }],
    day: DAY,
  };
  const deps = { net, blobs, clock: simulatedClock('2022-12-27T09:00:00+08:00'), known, settings: { probes: 0, apartMs: 0, ...settings } };
  const facts: Fact[] = [];
  for await (const step of lookAtSite(job, deps)) facts.push(...step.facts);
  return facts;
}

const ofKind = <K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K>[] =>
  facts.filter((fact): fact is Fact<K> => fact.kind === kind);
const byName = (facts: readonly Fact[]) =>
  Object.fromEntries(ofKind(facts, 'attachment').map((fact) => [fact.data.url.split('/').at(-1), fact]));
const asked = (): string[] =>
  (server?.requests ?? []).filter(({ path }) => path.startsWith('/files/')).map(({ method, path }) => `${method} ${path.slice(7)}`);

describe('attachments of a site', () => {
  it('are fetched once and kept with their text; what does not open is left to its link', async () => {
    const facts = await scan(await site());
    const found = byName(facts);
    expect(Object.keys(found).sort()).toEqual(['biao.pdf', 'fujian.zip', 'tongzhi.docx']);
    expect(found['tongzhi.docx']?.data).toMatchObject({
      type: 'docx',
      asNamed: true,
      reading: 'read',
      characters: 7,
      etag: '"v1"',
      truncated: false,
    });
    expect(found['biao.pdf']?.data).toMatchObject({
      type: 'html',
      named: 'pdf',
      asNamed: false,
      reading: 'not-what-it-says',
      textBlob: null,
    });
    expect(found['fujian.zip']?.data.parts).toMatchObject([{ name: '../附件1.docx', type: 'docx', reading: 'read' }]);
    const { textBlob, bytes } = found['tongzhi.docx']?.data ?? {};
    expect(new TextDecoder().decode(await blobs.get(textBlob ?? ''))).toBe('校园安全检查表');
    expect((await blobs.get(found['tongzhi.docx']?.blob ?? '')).length).toBe(bytes);
    expect(found['tongzhi.docx']?.data.foundOn[0]?.text).toBe('附件：tongzhi.docx');

    const links = ofKind(facts, 'link').filter(({ data }) => data.relation === 'attachment' && data.own);
    const ends = Object.fromEntries(links.map(({ data }) => [data.url.split('/').at(-1), data.outcome]));
    expect(ends).toEqual({ 'tongzhi.docx': 'ok', 'biao.pdf': 'ok', 'fujian.zip': 'ok', 'gone.doc': 'gone' });
    const sound = asked().filter((request) => !request.includes('gone'));
    expect(sound.sort()).toEqual(['GET biao.pdf', 'GET fujian.zip', 'GET tongzhi.docx']);
  });

  it('read before: asked for their changes only, and read again when there are some', async () => {
    const first = await scan(await site());
    const read = new Map(
      ofKind(first, 'attachment').map(({ blob, data: { url, etag, lastModified } }) => [
        new URL(url).pathname,
        { blob, etag, lastModified },
      ]),
    );
    const known: Known = {
      ...NOTHING_KNOWN,
      attachments: async (urls) =>
        new Map(urls.flatMap((url) => (read.has(new URL(url).pathname) ? [[url, read.get(new URL(url).pathname) as never]] : []))),
    };
    await server?.close();
    const same = await scan(await site(), {}, known);
    expect(byName(same)).toEqual({});
    expect(asked().filter((request) => request.includes('docx'))).toEqual(['GET tongzhi.docx']);
    expect(asked()).toContain('HEAD fujian.zip'); // no version told: only whether it is still there
    expect(ofKind(same, 'link').filter(({ data }) => data.outcome === 'ok' && data.url.includes('/files/')).length).toBe(3);

    await server?.close();
    const changed = await scan(await site({ '/files/tongzhi.docx': versioned(await docxOf(paragraph('新表')), '"v2"') }), {}, known);
    expect(byName(changed)['tongzhi.docx']?.data).toMatchObject({ characters: 2, etag: '"v2"' });
  });

  it('larger than the limit: size and type by name are kept, and its link is fine', async () => {
    const facts = await scan(await site({ '/files/biao.pdf': answer(Buffer.alloc(50_000, 0x25)) }), { attachmentBytes: 20_000 });
    expect(byName(facts)['biao.pdf']).toMatchObject({
      blob: null,
      data: { outcome: 'too-large', reading: 'too-large', type: 'pdf', bytes: 50_000 },
    });
    expect(ofKind(facts, 'link').find(({ data }) => data.url.endsWith('biao.pdf'))?.data.outcome).toBe('ok');
  });

  it('no more than allowed in one scan; the others are asked whether they are there', async () => {
    const facts = await scan(await site(), { maxAttachments: 1 });
    expect(Object.keys(byName(facts))).toEqual(['tongzhi.docx']);
    expect(ofKind(facts, 'link').filter(({ data }) => data.url.includes('/files/')).length).toBeGreaterThanOrEqual(4);
    expect(await scan(await site(), { maxAttachments: 0 }).then(byName)).toEqual({});
  });
});
