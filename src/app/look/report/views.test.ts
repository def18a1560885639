import { expect, it } from 'vitest';
import { makeFact } from '../../../evidence/fact.ts';
import type { FactData } from '../../../evidence/facts.ts';
import type { LookReport } from './report.ts';
import { viewRemarks, viewsHtml, viewsOf } from './views.ts';

const view = (subjectId: string, data: Partial<FactData<'page-view'>>, blob: string | null = null) =>
  makeFact({
    kind: 'page-view',
    channelId: 'site',
    subjectId,
    at: '2023-01-06T09:00:00.000Z',
    source: 'http://a.example/',
    how: 'browser/1',
    blob,
    data: { url: 'http://a.example/', outcome: 'ok', device: 'phone', width: 390, height: 844, contentWidth: 390, ...data },
  });

it.each([
  [390, true],
  [391, false],
  [null, null],
])('a page that needs %s pixels fits a phone of 390: %s', (contentWidth, fits) => {
  expect(viewsOf([view('site', { contentWidth })], [])[0]?.fits).toBe(fits);
});

it('shows each picture once with its words, and remarks on phones only', () => {
  const facts = [
    view('site', { device: 'desktop', width: 1440, contentWidth: 1600 }, 'wide'),
    view('site', { contentWidth: 1200 }, 'phone'),
    view('site', { contentWidth: null, outcome: 'timed-out' }),
  ];
  const report = { views: viewsOf(facts, []) } as unknown as LookReport;
  expect(viewRemarks(report)).toEqual(['首页：手机屏幕（宽 390 像素）不能完整显示，页面需要 1200 像素']);
  const html = viewsHtml(report, new Map([['phone', new TextEncoder().encode('RIFF')]]));
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(html).toContain('src="data:image/webp;base64,UklGRg=="');
  expect(html).toContain('没有量出页面宽度（超过时限未打开）');
  expect(viewsHtml({ views: [] } as unknown as LookReport, new Map())).toBe('');
});
