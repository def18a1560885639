import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from '../../../tests/web/browser.ts';
import type { Block } from '../../core/block.ts';
import { MingchaError } from '../../core/error.ts';
import { auditFile } from './audit-file.ts';
import { auditDocx, auditHtml } from './export.ts';
import { docxFile, flatFile, htmlFile, pdfFile, xlsxFile } from './testing/notice-files.ts';

/** One wrong number in the text (62), one in a cell (45.0), the rest right. */
const NOTICE: readonly Block[] = [
  { kind: 'paragraph', text: '青禾县2023年5月政务公开情况通报' },
  {
    kind: 'paragraph',
    text: '5月份，各乡镇共公开信息62条，其中东岭镇25条、柳河镇20条、枫桥镇15条。检查 & 整改“<网站>”3家，合格2家，合格率66.7%。',
  },
  { kind: 'paragraph', text: '各乡镇信息发布统计表' },
  {
    kind: 'table',
    rows: [
      ['类别', '单位', '任务数（条）', '公开数（条）', '完成率（%）'],
      ['乡镇', '东岭镇', '50', '25', '50.0'],
      ['乡镇', '柳河镇', '40', '20', '50.0'],
      ['乡镇', '枫桥镇', '45', '15', '33.3'],
      ['合计', '合计', '135', '60', '45.0'],
    ],
  },
  { kind: 'paragraph', text: '县政府办公室' },
  { kind: 'paragraph', text: '2023年6月2日' },
];
const wrong = [
  ['62条', '60条'],
  ['45.0', '44.4'],
];

describe('the same notice as a file of each kind', () => {
  it.each([
    ['docx', docxFile],
    ['html', htmlFile],
    ['pdf', pdfFile],
    ['txt', flatFile],
  ])('%s: the same figures, the same two errors', async (ending, make) => {
    const { figures, counts } = await auditFile(await make(NOTICE), `通报.${ending}`);
    expect(figures.filter(({ verdict }) => verdict === 'disagrees').map(({ stated, recomputed }) => [stated, recomputed])).toEqual(wrong);
    expect(counts.agrees).toBeGreaterThanOrEqual(12);
  });
  it('xlsx: the error of the table', async () => {
    const { figures, tables } = await auditFile(await xlsxFile(NOTICE), '统计表.xlsx');
    expect(figures.filter(({ verdict }) => verdict === 'disagrees').map(({ recomputed }) => recomputed)).toEqual(['44']);
    expect(tables).toMatchObject([{ title: '各乡镇信息发布统计表', rows: 3, totals: 1 }]);
  });
  it('says from which table and rows', async () => {
    const { figures } = await auditFile(await docxFile(NOTICE), '通报.docx');
    expect(figures.find(({ stated }) => stated === '62条')).toMatchObject({
      quote: '各乡镇共公开信息62条',
      kind: 'count',
      verdict: 'disagrees',
      recomputed: '60条',
      basis: expect.anything(),
    });
    expect(figures.find(({ stated }) => stated === '45.0')).toMatchObject({
      basis: { table: '表1', rows: [4], how: '公开数（条） 60 ÷ 任务数（条） 135' },
    });
  });
});

describe('files that cannot be audited', () => {
  it.each([
    ['a scan', Buffer.from('89504e470d0a1a0a0000', 'hex'), /扫描件/],
    ['nothing', Buffer.alloc(0), /选错了文件/],
    ['a broken .docx', Buffer.from('504b030400000000', 'hex'), /另存为/],
  ])('%s: what to do is said', async (_, bytes, next) => {
    await expect(auditFile(bytes, '通报.docx')).rejects.toMatchObject({ code: 'bad-input', next: expect.stringMatching(next) });
  });
  it('an archive is to be unpacked', async () => {
    const zip = await new JSZip().file('a.txt', '一').generateAsync({ type: 'nodebuffer' });
    await expect(auditFile(zip, 'a.zip')).rejects.toMatchObject({ next: expect.stringContaining('解压') });
  });
});

describe('a .docx with comments', () => {
  it('every figure has its comment, at its own letters; all other parts keep their bytes', async () => {
    const bytes = await docxFile(NOTICE);
    const report = await auditFile(bytes, '通报.docx');
    const commented = auditDocx(bytes, report);
    const [before, after] = [await JSZip.loadAsync(bytes), await JSZip.loadAsync(commented)];
    for (const name of Object.keys(before.files))
      if (!/document\.xml|Content_Types/.test(name))
        expect(await after.file(name)?.async('base64')).toBe(await before.file(name)?.async('base64'));
    const xml = (await after.file('word/document.xml')?.async('string')) ?? '';
    const texts = [...xml.matchAll(/commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd w:id="\1"/gs)].map(([, , inner = '']) =>
      [...inner.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
    );
    const expected = report.figures.filter(({ place, verdict }) => place.in === 'text' || verdict === 'disagrees');
    expect(texts).toHaveLength(expected.length);
    expect(texts).toEqual(expect.arrayContaining(['62条', '25条', '66.7%', '45.0']));
    // The words are as they were, and the file is still read as the same document.
    expect((await mammoth.extractRawText({ buffer: Buffer.from(commented) })).value).toBe(
      (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value,
    );
    expect((await auditFile(commented, '通报.docx')).counts).toEqual(report.counts);
  });
  it('comments that were there stay, and are added to', async () => {
    const bytes = await docxFile(NOTICE);
    const once = auditDocx(bytes, await auditFile(bytes, 'a.docx'));
    const twice = await JSZip.loadAsync(auditDocx(once, await auditFile(once, 'a.docx')));
    const xml = (await twice.file('word/mingcha-comments.xml')?.async('string')) ?? '';
    const ids = [...xml.matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length % 2).toBe(0);
  });
  it('is refused for other files', async () => {
    const bytes = htmlFile(NOTICE);
    const report = await auditFile(bytes, 'a.html');
    expect(() => auditDocx(bytes, report)).toThrow('不是 .docx');
    const form = await docxFile(NOTICE);
    const read = await auditFile(form, '通报.docx');
    expect(() => auditDocx(form.subarray(0, -30), read)).toThrow(MingchaError);
  });
});

it('the marked page: figures in the text and in cells, readings beside them, nothing loaded', async () => {
  const browser = await startBrowser();
  if (!browser) return;
  const report = await auditFile(await docxFile(NOTICE), '通报.docx');
  const { page, faults } = await openPage(browser, 1280, null);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(auditHtml(report));
  expect(await page.locator('mark.disagrees').allTextContents()).toEqual(['62条']);
  expect(await page.locator('td.disagrees').count()).toBe(1);
  expect(await page.locator('.note.disagrees').allTextContents()).toEqual([
    expect.stringContaining('应为60条'),
    expect.stringContaining('应为44.4'),
  ]);
  const [mark, note] = [await page.locator('mark.disagrees').boundingBox(), await page.locator('.note.disagrees').first().boundingBox()];
  expect(note?.x ?? 0).toBeGreaterThan((mark?.x ?? 0) + (mark?.width ?? 0));
  expect([faults, asked.filter((url) => !url.startsWith('about:'))]).toEqual([[], []]);
  await browser.close();
});

describe('mingcha audit', () => {
  let folder = '';
  const root = join(import.meta.dirname, '../../..');
  const run = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'audit', ...args], { cwd: folder }).then(
      (output) => ({ code: 0, ...output }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-audit-'));
    await writeFile(join(folder, '通报.docx'), await docxFile(NOTICE));
    await writeFile(join(folder, '好.txt'), '2023年5月通报\n检查网站3家，合格2家，合格率66.7%。');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a table in Chinese, copies beside it, exit code 1 when a figure disagrees', async () => {
    const { code, stdout } = await run('通报.docx', '--docx', '批注.docx', '--html', '核对.html');
    expect(code).toBe(1);
    expect(stdout).toMatch(/不一致 2，一致 \d+[\s\S]*62条[\s\S]*应为：60条/);
    expect((await readFile(join(folder, '核对.html'), 'utf8')).startsWith('<!doctype html>')).toBe(true);
    expect((await readFile(join(folder, '批注.docx'))).length).toBeGreaterThan(1_000);
  });
  it('several files as a line of JSON each; one that is missing does not keep the others', async () => {
    const { code, stdout } = await run('好.txt', '没有.docx', '通报.docx', '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ counts, error }) => counts?.disagrees ?? error.code)).toEqual([0, 'not-found', 2]);
    expect(lines[2]).toMatchObject({ figures: expect.any(Array), tables: expect.any(Array), remarks: expect.any(Array) });
    expect(code).toBe(4);
  });
  it('nothing wrong: exit code 0', async () => expect((await run('好.txt')).code).toBe(0));
});
