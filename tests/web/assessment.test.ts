import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { importUpload } from '../../src/app/import/import-upload.ts';
import { workbook } from '../../src/app/import/testing/workbooks.ts';
import { assessedYear, problemWith } from '../support/assessed-year.ts';
import type { Person } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let base = '';

beforeAll(async () => {
  if (!browser) return;
  await buildWeb();
  served = await serveApp(PAGES);
  const { app } = served;
  const { areaId, unitIds, siteIds } = await assessedYear(app, 44);
  const [unitId = '', second = ''] = unitIds;
  const where = { unitId, channelId: siteIds[0] as string };
  await problemWith(app, { ...where, text: '“政策解读”栏目超过半年未更新' }, [
    ['2022-11-01', 'found'],
    ['2022-11-02', 'handed_over', '2022-11-09'],
    ['2022-11-08', 'reported_fixed'],
    ['2022-11-10', 'rechecked_not'],
  ]);
  await problemWith(app, { unitId: second, channelId: null, text: '依申请公开受理渠道电话无人接听' }, [['2022-12-01', 'found']]);
  const rows = Array.from({ length: 40 }, (_, i) => [
    `1.${i + 1}`,
    `指标${i + 1}：主动公开基本目录更新及时`,
    '2.5',
    i < 30 ? '2' : '',
    i < 35 ? 'https://a.gov.cn/' : '',
    '县住建局',
    '2022',
  ]);
  await importUpload({
    ...{ db: app.db, blobs: app.blobs, areaName: '白水县', fileName: '自查.xlsx', at: '2022-12-20T01:00:00.000Z' },
    bytes: workbook({ 评估指标自查: [['指标编号', '评估内容', '分值', '自评得分', '佐证材料', '责任单位', '年度'], ...rows] }),
  });
  base = `${served.url}/areas/${areaId}/assessment`;
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function withPage(
  width: number,
  query: string,
  work: (page: Page) => Promise<void>,
  person: Person = { name: '张三' },
): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, width, await served.as(person));
  await page.goto(`${base}${query}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** Nothing wider than the screen, nothing a reader of screens stumbles over. */
async function expectSound(page: Page, name: string): Promise<void> {
  const folder = process.env.MINGCHA_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  // The head folds a moment after the window did.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

async function atEveryWidth(page: Page, name: string): Promise<void> {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page, `${name}-${width}`);
  }
}

describe.skipIf(browser === null)('the pages of the assessment', () => {
  it('the scores of 44 units at every width', () =>
    withPage(1440, '', async (page) => {
      await page.getByText('44 家单位').waitFor();
      await page.getByText('尚未保存方案').waitFor();
      await atEveryWidth(page, 'scores');
    }));

  it('every figure opens its entries; a unit objects and another answers; both versions stay', async () => {
    await withPage(1440, '', async (page) => {
      await page.getByTitle('县住建局：日常监测').click();
      await page.getByText('基本分 40，3 笔共 −3').waitFor();
      await page.getByRole('button', { name: '提出异议' }).first().click();
      await page.getByRole('textbox', { name: '县住建局的理由' }).fill('当月网站改版，已经备案');
      await page.getByRole('button', { name: '提出', exact: true }).click();
      await page.getByText('待办公室答复').waitFor();
      await expectSound(page, 'entries-1440');
    });
    await withPage(
      1440,
      '?entries=yes',
      async (page) => {
        await page.getByRole('textbox', { name: '答复的理由' }).fill('备案属实');
        await page.getByRole('button', { name: '采纳', exact: true }).click();
        await page.getByText('采纳：−1 改为 0').waitFor();
        expect(await page.locator('.assess-objection').innerText()).toMatch(/张三[\s\S]*李四/);
      },
      { name: '李四' },
    );
  });

  it.each([
    ['scheme', '系统拟的底稿'],
    ['indicators', '没有佐证'],
    ['above', '上级考核预测'],
    ['verdicts', '这一期没有单位提出异议'],
    ['what-if', '这一期没有监测日的记录'],
  ])('the page %s at every width', (view, words) =>
    withPage(1440, `?view=${view}`, async (page) => {
      await page.getByText(words).first().waitFor();
      await atEveryWidth(page, view);
    }),
  );

  it('a reader reads the scheme, and finds nothing to fill in', () =>
    withPage(
      390,
      '?view=scheme',
      async (page) => {
        await page.getByText('不合格一期扣 1 分').waitFor();
        expect(await page.locator('main input:not([role=combobox]), main textarea').count()).toBe(0);
        expect(await page.getByRole('button', { name: /保存|增加|删去/ }).count()).toBe(0);
        await expectSound(page, 'scheme-read-390');
      },
      { name: '周某', role: 'reader' },
    ));

  it('entries are narrowed and ordered in the address, and come out so again after a reload', () =>
    withPage(390, '?entries=yes&item=monitoring&by=day&down=yes', async (page) => {
      await page.getByText(/4 笔，共/).waitFor();
      await page.reload();
      await page.getByText(/4 笔，共/).waitFor();
      expect(await page.locator('.assess-entries > li').first().innerText()).toContain('2022-12-31');
      await expectSound(page, 'entries-390');
    }));

  it('lists the five indicators without evidence with who answers for them', () =>
    withPage(1440, '?view=indicators&open=yes', async (page) => {
      await page.getByText('5 项', { exact: true }).first().waitFor();
      expect(await page.locator('tbody tr.ant-table-row').count()).toBe(5);
    }));

  it('shows a problem marked as seen by the city first', () =>
    withPage(1440, '?view=above', async (page) => {
      await page.getByRole('button', { name: '标记为上级已发现：依申请公开受理渠道电话无人接听' }).click();
      await page.getByRole('spinbutton', { name: '可能扣分' }).fill('2');
      await page.getByRole('button', { name: '标记', exact: true }).click();
      await page.getByText('可能扣 2 分').waitFor();
      expect(await page.locator('.assess-above li').first().innerText()).toContain('市级已发现');
    }));

  it('refuses a figure outside of its range where it was typed, in words, and never changes it', () =>
    withPage(1440, '?view=above', async (page) => {
      await page.getByRole('button', { name: '填写', exact: true }).first().click();
      await page.getByRole('textbox', { name: '出处（哪份通报）' }).fill('市政府办通报');
      const score = page.getByRole('spinbutton', { name: '得分', exact: true });
      await score.fill('１２３４.５');
      await score.press('Enter');
      await page.locator('input[aria-label="得分"][aria-invalid="true"]:focus').waitFor();
      const words = await page.getByText('允许的范围：0 至 1000 的数，最多 2 位小数').getAttribute('id');
      expect([await score.inputValue(), await score.getAttribute('aria-describedby')]).toEqual(['１２３４.５', words]);
      await score.fill('９３.５');
      await score.press('Tab');
      expect([await score.inputValue(), await score.getAttribute('aria-invalid')]).toEqual(['93.5', 'false']);
    }));

  it('says so where there is nothing yet', () =>
    withPage(390, '?year=2019&view=indicators', async (page) => {
      await page.getByText('2019年还没有评估指标').waitFor();
      await expectSound(page, 'indicators-none-390');
    }));
});
