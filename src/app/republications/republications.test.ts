import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { draft, seedWorkshop, type Workshop } from '../../../tests/web/workshop.ts';
import { smallSite } from '../../collect/testing/small-site.ts';
import type { republications } from '../../contract/endpoints/republications.ts';
import { issuedText } from '../../notice/republication/issued-text.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { findNotice, issueNotice, type Notice } from '../../store/notices.ts';
import { publish } from '../../store/publications.ts';
import { listUnits } from '../../store/units.ts';
import { workingDraft } from '../notices/working-draft.ts';

type Answer = z.output<(typeof republications)['output']>;
const METAS =
  '<meta name="ArticleTitle" content="转发县通报"><meta name="PubDate" content="2023-01-05"><meta name="ContentSource" content="县住建局">';
const FOOT = '<div class="foot">主办单位：县住建局 技术支持：某公司</div>';

let served: Served;
let world: Workshop;
let site: Awaited<ReturnType<typeof smallSite>>;
let unitId: string;
let noticeId: string;
beforeAll(async () => {
  served = await serveApp(null);
  const { app } = served;
  Object.assign(app.config, { allowNetworks: ['127.0.0.0/8'] });
  world = await seedWorkshop(app.db);
  unitId = (await listUnits(app.db, world.areaId))[0]?.id as string;
  noticeId = await draft(app.db, world.areaId, 'issued', '2022-12', 'monthly-monitoring', fullMonth(6));
  await issueNotice(app.db, noticeId, app.now());
  await publish(app.db, {
    ...{ noticeId, areaId: world.areaId, organisation: '11341722003251630P', yearMonth: '202301', columnId: 'progress', genre: '通报' },
    ...{ grouping: '监督保障', topic: '政务公开', keywords: [], publishedOn: '2023-01-04', publishedBy: '王' },
  });
  const { document } = await workingDraft(app, (await findNotice(app.db, noticeId)) as Notice);
  const { title, sentences } = issuedText(document);
  const words = sentences.map(({ text }) => `<p>${text.replaceAll('，', ',')}</p>`).join('\n');
  const link = `<a href="https://www.county.gov.cn/public/${world.areaId}/${noticeId}">原文</a>`;
  const page = (body: string, head = title): string =>
    `<html><head><title>${head}</title>${METAS}</head><body><div>首页 &gt; 通知</div><h1>${head}</h1><p>发布时间：2023-01-05</p>${body}${FOOT}</body></html>`;
  site = await smallSite({
    '/same.html': page(`${words}${link}`),
    '/no-link.html': page(words),
    '/changed.html': page(`${words.replace(/合格(\d+)家/, '合格99家')}${link}`),
    '/other.html': page(`<p>关于做好防汛工作的通知</p>${link}`, '通知'),
  });
});
afterAll(async () => {
  await served?.stop();
  await site?.close();
});

const address = (id: string): string => `${served.url}/api/areas/${world.areaId}/notices/${id}/republications`;
async function enter(url: string, more: object = {}, id = noticeId): Promise<{ status: number; body: Answer }> {
  const response = await served.post(address(id), { by: '王', unitId, url, ...more });
  return { status: response.status, body: (await response.json()) as Answer };
}
async function found(path: string, more: object = {}) {
  const url = `${site.origin}${path}`;
  const { status, body } = await enter(url, more);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows.find((row) => row.url === url);
}

describe('a notice that a unit publishes again', () => {
  it('is linked to the original, equal in text, with metadata of its own, and its page is kept', async () => {
    const row = await found('/same.html');
    expect(row?.found).toMatchObject({ text: { code: 'equal' }, differences: [], link: { code: 'present' } });
    expect(row?.found?.metas).toContainEqual({ name: 'ContentSource', value: '县住建局' });
    expect(Buffer.from(await served.app.blobs.get(row?.found?.blob ?? '')).toString()).toContain('转发县通报');
  });

  it('lacks the link, unless it leads to the address the office names', async () => {
    expect((await found('/no-link.html'))?.found).toMatchObject({ text: { code: 'equal' }, link: { code: 'missing' } });
    const elsewhere = { originalUrl: `${site.origin}/no-link.html` };
    expect((await found('/same.html', elsewhere))?.found?.link.code).toBe('present');
  });

  it('shows the sentence that differs beside what the page says', async () => {
    const row = await found('/changed.html');
    expect(row?.found?.text.code).toBe('differs');
    expect(row?.found?.differences).toEqual([{ issued: expect.stringMatching(/合格\d家/), page: expect.stringContaining('合格99家') }]);
  });

  it('is not on a page that says something else, and nothing is said of one that does not open', async () => {
    expect((await found('/other.html'))?.found?.text.code).toBe('absent');
    expect(await found('/gone.html')).toMatchObject({ found: null, notOpened: expect.any(String) });
  });

  it('is listed once a page, as last seen', async () => {
    const { rows } = (await (await (await served.as()).fetch(address(noticeId))).json()) as Answer;
    expect(rows.map(({ url }) => new URL(url).pathname).sort()).toEqual([
      '/changed.html',
      '/gone.html',
      '/no-link.html',
      '/other.html',
      '/same.html',
    ]);
  });

  it('is refused for a draft, a closed network and what is no address', async () => {
    expect((await enter(`${site.origin}/same.html`, {}, world.quarterly)).status).toBe(422);
    expect((await enter('http://10.0.0.1/a.html')).status).toBe(422);
    expect((await enter('ftp://a.gov.cn/')).status).toBe(400);
  });
});
