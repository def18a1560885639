import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_FOLDER, browserStarts } from '../../collect/browser/testing/real-browser.ts';
import { entriesJson, NEWEST, type ScriptSite, SITE_ADDRESS, scriptSite, shell } from '../../collect/browser/testing/script-site.ts';
import { lookAtUrl } from './look-at-url.ts';
import { reportHtml } from './report/html.ts';

const here = await browserStarts();
const WIDE =
  '<html><head><title>某县人民政府</title></head><body><div style="width:1200px"><a href="/list">通知公告</a></div></body></html>';

describe.skipIf(!here)('a look with the browser', () => {
  let site: ScriptSite;
  beforeAll(async () => {
    site = await scriptSite({
      '/': WIDE,
      '/list': shell(`fetch('/list.json').then(function(r){return r.json()}).then(function(d){show(d.rows)})`),
      '/list.json': entriesJson(),
    });
  });
  afterAll(() => site.close());

  const look = (browserFolder: string | undefined, pictures = new Map<string, Uint8Array>()) => {
    const columns = JSON.stringify([{ path: '通知公告', url: `${site.origin}/list`, limit: '10年' }]);
    const none = { maxPages: null, concurrency: null, paceMs: null, evidenceFolder: null };
    return lookAtUrl(
      { allowNetworks: [`${SITE_ADDRESS}/32`], contact: null },
      {
        ...none,
        url: `${site.origin}/`,
        sheet: 'national',
        columnsFile: { name: '栏目.json', bytes: new TextEncoder().encode(columns) },
        ...(browserFolder === undefined ? {} : { browserFolder }),
      },
      { onPicture: (hash, bytes) => pictures.set(hash, bytes) },
    );
  };

  it('reads the list a script fills and shows what desktop and phone show', async () => {
    const pictures = new Map<string, Uint8Array>();
    const report = await look(BROWSER_FOLDER, pictures);
    expect(report.columns[0]).toMatchObject({ newestDate: NEWEST, items: 4 });
    expect(report.views.map(({ place, device, fits }) => [place, device, fits])).toEqual([
      ['首页', 'desktop', true],
      ['首页', 'phone', false],
    ]);
    expect(reportHtml(report, pictures).match(/<img[^>]*data:image\/webp/g)).toHaveLength(2);
  });

  it('leaves it open without one, and accuses nobody', async () => {
    const report = await look(undefined);
    expect(report.columns[0]).toMatchObject({ newestDate: null, items: 0, verdict: 'not-run', reason: 'list-unreadable' });
    expect(report.views).toEqual([]);
    expect(report.findings.filter(({ place }) => place.label.includes('通知公告'))).toEqual([]);
  });
});
