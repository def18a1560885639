import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { importFile } from '../../src/app/import/import-file.ts';
import { workbook } from '../../src/app/import/testing/workbooks.ts';
import { seriousFindings } from '../support/axe.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const AT = '2022-12-01T01:00:00.000Z';
const HEAD = ['主办单位', '平台', '账号名称', '是否备案'];
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let areaId = '';

beforeAll(async () => {
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as();
  const units = [
    ['单位名称', '单位类别'],
    ['县应急局', '部门'],
    ['大河镇', '镇'],
  ];
  areaId = (await importFile({ db: served.app.db, areaName: '大河县', fileName: '单位.xlsx', bytes: workbook({ 单位: units }), at: AT }))
    .areaId;
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const drop = (page: Page, name: string, rows: (string | number)[][]) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(workbook({ 新媒体账号: rows })),
  });

describe('what is handed in over HTTP', () => {
  const post = (path: string, body: string | Uint8Array, type: string, from = 'same-origin') =>
    clerk.fetch(`${served.url}/api/areas/${areaId}/${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'sec-fetch-site': from },
      body: body as BodyInit,
    });

  it.each([
    ['from a page of another site', () => post('imports', '{}', 'application/json', 'cross-site'), 403, 'not-allowed'],
    ['as a form could send it', () => post('imports', '{}', 'text/plain'), 400, 'bad-input'],
    ['an upload that is no file', () => post('import-files?fileName=a.xlsx', '{}', 'application/json'), 400, 'bad-input'],
    ['an empty file', () => post('import-files?fileName=a.xlsx', new Uint8Array(), 'application/octet-stream'), 400, 'bad-input'],
    [
      'a file that was never uploaded',
      () => post('imports', JSON.stringify({ file: 'a'.repeat(64), fileName: 'a.xlsx' }), 'application/json'),
      404,
      'not-found',
    ],
  ])('%s is refused', async (_what, ask, status, code) => {
    const response = await ask();
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });
});

describe.skipIf(!browser)('the import page', () => {
  const open = async (width = 1440) => {
    const watched = await openPage(browser as Browser, width, clerk);
    await watched.page.goto(`${served.url}/areas/${areaId}/import`);
    await watched.page.getByRole('heading', { name: '以往的导入' }).waitFor();
    return watched;
  };

  it('shows what a file would do, imports it, and takes it back', async () => {
    const { page, context, faults } = await open();
    await drop(page, '名单.xlsx', [HEAD, ['县应急局', '微信', '大河应急', '是'], ['大河镇', '微博', '大河发布', '是']]);
    await page.getByText('可以导入').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成' }).waitFor();
    expect(await page.locator('.import-counts tbody').innerText()).toMatch(/新媒体账号\s+2\s+0\s+0/);
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByText('移除 2 条，恢复原样 0 条').waitFor();
    await page.getByRole('button', { name: '继续导入' }).click();
    await page.getByText(/已于 .* 撤销/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('marks every wrong cell, and does not import while there is one', async () => {
    const { page, context } = await open();
    await drop(page, '错.xlsx', [HEAD, ...Array.from({ length: 20 }, (_, i) => ['大河镇', '围脖', `大河${i}`, '是'])]);
    await page.getByText('20 处错误，改正前不能导入').waitFor();
    expect(await page.locator('.import-bad-cell').count()).toBe(20);
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
    await context.close();
  });

  it('lets a person say what a column is, takes pasted cells, and knows the table again', async () => {
    const { page, context, faults } = await open();
    await page.getByRole('textbox', { name: '粘贴表格内容' }).fill('主办单位\t平台\t称呼\n县应急局\t微信\t大河应急');
    await page.getByRole('button', { name: '预览粘贴的内容' }).click();
    await page.getByRole('combobox', { name: /是哪种表/ }).click();
    await page.locator('.ant-select-item-option-content', { hasText: '新媒体账号' }).click();
    await page.getByText(/缺少“账号名称”列/).waitFor();
    await page.getByRole('combobox', { name: 'C 列导入为' }).click();
    await page.locator('.ant-select-item-option-content', { hasText: '账号名称 *' }).click();
    await page.getByText('可以导入').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成' }).waitFor();
    await page.getByRole('button', { name: '继续导入' }).click();
    await drop(page, '再来.xlsx', [
      ['主办单位', '平台', '称呼'],
      ['大河镇', '微博', '大河发布'],
    ]);
    await page.getByText('按以前的选择').waitFor();
    await page.getByText('可以导入').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([1440, 390])('has no serious finding of axe and no sideways scrolling at %i px', async (width) => {
    const { page, context } = await open(width);
    for (const step of ['start', 'preview']) {
      if (step === 'preview') {
        await drop(page, '错.xlsx', [HEAD, ...Array.from({ length: 60 }, (_, i) => ['大河镇', i % 9 ? '微信' : '围脖', `大河${i}`, '是'])]);
        await page.locator('.import-sheet').waitFor();
      }
      expect.soft(await seriousFindings(page), step).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${step} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
