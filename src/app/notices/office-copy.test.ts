import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { starterTemplate } from '../../notice/docx-template/starter.ts';
import { docxOf } from '../../notice/testing/docx-of.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { all, openParts, wordRows } from '../../notice/testing/parts.ts';
import { findNotice, insertNotice, type Notice } from '../../store/notices.ts';
import { importUpload } from '../import/import-upload.ts';
import { workbook } from '../import/testing/workbooks.ts';
import { closePeriod } from '../periods/close-period.ts';
import { documentOf } from './files.ts';
import { requireFillable, writeOfficeCopy } from './office-copy.ts';

const AT = '2023-01-10T01:00:00.000Z';
const snapshot = fullMonth(44);
let served: Served;
let notice: Notice;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-form-'));
  served = await serveApp(null);
  const { db, blobs } = served.app;
  const bytes = workbook({ 单位: [['单位名称'], ['乙镇']] });
  const { areaId } = await importUpload({ db, blobs, areaName: '清河县', fileName: '表.xlsx', at: AT, bytes });
  const by = { role: 'office', unitId: null, name: '县政务公开办' } as const;
  await closePeriod(served.app, areaId, '2022-12', { cutoff: '2022-12-27', day: '2023-01-10', at: AT, by });
  const one = {
    areaId,
    id: 'n1',
    periodId: '2022-12',
    template: 'monthly-monitoring',
    state: 'draft',
    title: snapshot.document.title,
  } as const;
  const rest = { snapshot, snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null, createdAt: AT, issuedAt: null };
  await insertNotice(db, { ...one, ...rest });
  notice = (await findNotice(db, 'n1')) as Notice;
});
afterAll(async () => {
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('writes the notice in the form of the office; nothing is said where figures agree', async () => {
  const form = { name: '本办.docx', bytes: await starterTemplate(await documentOf(notice.template, snapshot)) };
  const copy = await writeOfficeCopy(served.app, notice, form, false, folder);
  expect([copy.leftOut, copy.disagreements]).toEqual([[], []]);
  expect(copy.path).toContain('（草稿）（本单位版式）.docx');
  const [table] = all(await (await openParts(await readFile(copy.path)))('word/document.xml'), 'w:tbl').map(wordRows);
  expect(table?.length).toBe(45);
});

it('tells a figure the office typed that does not agree with the bound ones', async () => {
  const typed = '信息公开网站纳入统计{信息公开网站纳入统计}，合格{信息公开网站合格}，合格率99.9%。';
  const bound = typed.replace('99.9%', '{信息公开网站合格率}');
  const wrong = await writeOfficeCopy(served.app, notice, { name: '本办.docx', bytes: await docxOf(['{标题}', typed]) }, false, folder);
  expect(wrong.disagreements).toEqual([{ quote: expect.stringContaining('99.9%'), recomputed: '93.2%' }]);
  expect(wrong.leftOut).toContain('正文');
  const right = await writeOfficeCopy(served.app, notice, { name: '本办.docx', bytes: await docxOf(['{标题}', bound]) }, true, folder);
  expect([right.disagreements, right.path.includes('（已隐去个人信息）')]).toEqual([[], true]);
});

it('refuses a form with an unknown name before anything is issued', async () => {
  const form = { name: '本办.docx', bytes: await docxOf(['{合格律}']) };
  await expect(requireFillable(served.app, notice, form)).rejects.toMatchObject({ code: 'bad-input', faults: [{ field: '{合格律}' }] });
});
