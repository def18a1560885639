import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAreaSettings } from '../../src/app/area-settings.ts';
import { appendToLedger } from '../../src/app/ledger/append.ts';
import { draftNotice } from '../../src/app/notices/draft-notice.ts';
import { issueNotice } from '../../src/app/notices/issue-notice.ts';
import { noticeCopy } from '../../src/app/notices/notice-copy.ts';
import { saveDraft } from '../../src/app/notices/save-draft.ts';
import { loadCalendar } from '../../src/app/open.ts';
import { closePeriod } from '../../src/app/periods/close-period.ts';
import { viewNoticeDraft } from '../../src/app/views/notice-draft.ts';
import { enterProblem } from '../../src/ledger/entry.ts';
import { all, openParts, wordText } from '../../src/notice/testing/parts.ts';
import { findNotice, type Notice } from '../../src/store/notices.ts';
import { writeRegister } from '../../src/store/register.ts';
import { WORLD } from '../support/store-world.ts';
import { type Served, serveApp } from './serve.ts';

const OFFICE = { role: 'office', unitId: null, name: '县政务公开办' } as const;
const AREA = WORLD.county.id;
const CONTACT = { matter: '通报', name: '孙科长', phone: '0563-7021234', qq: null };
const ADDRESS = ['监督保障', '工作推进'];

let served: Served;
beforeAll(async () => {
  served = await serveApp(null);
  const { db } = served.app;
  await writeRegister(db, WORLD.register);
  await writeAreaSettings(db, AREA, {
    head: { issuer: '县政务公开办', addressees: ['各乡镇人民政府'], disclosureMark: '主动公开', contacts: [CONTACT] },
  });
  const found = enterProblem(
    {
      ...{ areaId: AREA, unitId: WORLD.housing.id, channelId: WORLD.site.id, category: 'column_overdue', text: '栏目超期未更新' },
      ...{ place: { label: '政策解读', url: null }, measured: {}, foundOn: '2022-12-22', fingerprint: 'f' },
    },
    { at: '2022-12-22T08:00:00.000Z', by: OFFICE, data: {} },
    await loadCalendar(db),
  );
  await db.transaction().execute((trx) => appendToLedger(trx, [], { opened: [{ problem: found.problem, event: found.event }] }));
});
afterAll(() => served?.stop());

async function drafted(cutoff: string, title: string): Promise<string> {
  const at = `${cutoff}T12:00:00.000Z`;
  await closePeriod(served.app, AREA, '2022-12', { cutoff, day: cutoff, at, by: OFFICE });
  const choice = { title, signedDate: '2022-12-28', printedDate: '2022-12-29' };
  return draftNotice(served.app, AREA, '2022-12', 'problems-and-requirements', choice, at);
}
async function wordLines(id: string): Promise<string[]> {
  const notice = (await findNotice(served.app.db, id)) as Notice;
  const part = await openParts((await noticeCopy(served.app, notice, 'docx', false)).bytes);
  return all(await part('word/document.xml'), 'w:p').map(wordText);
}

describe('the cut-off of a notice (N11)', () => {
  it('is printed from data, and what was found after it is not in the notice', async () => {
    const whole = (await wordLines(await drafted('2022-12-27', '整月'))).join('\n');
    expect(whole).toMatch(/监测时间为2022年12月1日至2022年12月27日[\s\S]*县住建局有栏目超过规定时限未更新/);
    const earlier = (await wordLines(await drafted('2022-12-20', '截至20日'))).join('\n');
    expect(earlier).toContain('监测时间为2022年12月1日至2022年12月20日');
    expect(earlier).not.toContain('县住建局');
  });
});

describe('standing phrases of a draft (N22)', () => {
  const OPENING = '坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。';
  async function marked(words: string): Promise<[string, string | null][]> {
    const id = await drafted('2022-12-27', `${words.length}字`);
    const notice = (await findNotice(served.app.db, id)) as Notice;
    const { version, paragraphs, head } = await viewNoticeDraft(served.app, AREA, id);
    const opening = paragraphs.map((one) => (one.id === 'opening' ? { ...one, runs: [{ text: words }, ...one.runs] } : one));
    await saveDraft(served.app, notice, { version, paragraphs: opening, head, naming: null, by: '王' }, '2022-12-28T02:00:00.000Z');
    const { disagreements } = await viewNoticeDraft(served.app, AREA, id);
    return disagreements.filter(({ kind }) => kind === 'wording').map(({ severity, recomputed }) => [severity, recomputed]);
  }

  it('are left alone when they stand in their official form', async () => expect(await marked(OPENING)).toEqual([]));
  it('are marked with one character changed, and bar the issue until a reason is given', async () =>
    expect(await marked(OPENING.replace('主义思想', '主意思想'))).toEqual([['blocks', expect.stringContaining('主义思想')]]));
});

describe('a notice on the public page', () => {
  let id: string;
  const page = async (): Promise<string> => (await fetch(`${served.url}/public/${AREA}/${id}`)).text();
  const field = (html: string, name: string): string | undefined => new RegExp(`<dt>${name}</dt><dd>([^<]*)</dd>`).exec(html)?.[1];
  beforeAll(async () => {
    id = await drafted('2022-12-27', '关于监测情况的通报');
    await issueNotice(served.app, id, { at: '2022-12-29T02:00:00.000Z', day: '2022-12-29', by: OFFICE, overrideReason: '测试' });
    served.app.now = () => '2023-01-04T02:00:00.000Z';
    const wanted = { columnId: 'progress', genre: '通报', grouping: '监督保障', topic: '政务公开', keywords: [] };
    const response = await served.post(`${served.url}/api/areas/${AREA}/notices/${id}/publish`, {
      organisation: '11341722003251630P',
      ...wanted,
    });
    expect(response.status, await response.text()).toBe(200);
  });

  it('N07, N09: prints signed and printed day, and the disclosure attribute, in its files', async () => {
    const lines = await wordLines(id);
    expect(lines).toContain('2022年12月28日');
    expect(lines.join('\n')).toContain('2022年12月29日印发');
    expect(lines).toContain('（此件主动公开）');
  });

  it('prints what it hands over row by row as the issued file does, and names no person (S05)', async () => {
    const html = await page();
    const cells = [WORLD.housing.name, '政策解读', '栏目超期未更新', '2022年12月22日', '本次交办'];
    const row = /<tr data-row="problem-list[^>]*>(.*?)<\/tr>/su.exec(html)?.[1] ?? '';
    for (const cell of cells) expect(row).toContain(cell);
    expect((await wordLines(id)).filter((line) => cells.includes(line))).toEqual(cells);
    for (const personal of [CONTACT.name, CONTACT.phone]) expect([personal, html.includes(personal)]).toEqual([personal, false]);
    expect((await wordLines(id)).join()).toContain(CONTACT.name);
  });

  it('keeps the day of publication apart from the day it was signed, and prints an empty number empty (B03)', async () => {
    const html = await page();
    expect(['成文日期', '发布日期', '文号'].map((name) => field(html, name))).toEqual(['2022年12月28日', '2023年1月4日', '']);
  });

  it('stays at its address when its column is moved; only the breadcrumb changes (B04)', async () => {
    const crumb = (html: string): string[] =>
      [...(/<ol class="crumb">(.*?)<\/ol>/s.exec(html)?.[1] ?? '').matchAll(/>([^<>]+)</g)].map(([, words]) => words as string);
    expect(crumb(await page())).toEqual([WORLD.county.name, ...ADDRESS, '正文']);
    const lists = { genres: ['通报'], groupings: ['监督保障'], topics: ['政务公开'] };
    await writeAreaSettings(served.app.db, AREA, {
      publication: { ...lists, columns: [{ id: 'progress', path: ['政务公开', '考核评估'] }] },
    });
    expect(crumb(await page())).toEqual([WORLD.county.name, '政务公开', '考核评估', '正文']);
  });
});
