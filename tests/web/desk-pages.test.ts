import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { viewSteps } from '../../src/app/desk/view-steps.ts';
import { listProblems } from '../../src/store/problems.ts';
import { seriousFindings } from '../support/axe.ts';
import { png } from '../support/pictures.ts';
import { WORLD } from '../support/store-world.ts';
import { openPage, startBrowser } from './browser.ts';
import { machineFinds, seedDesk } from './desk-world.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const MANY = 300;
const { county } = WORLD;
const browser: Browser | null = await startBrowser();
let served: Served;

beforeAll(async () => {
  if (browser) await buildWeb();
  served = await serveApp(browser ? PAGES : null);
  const factId = await seedDesk(served.app);
  const long = '“国务院、省、市政策文件及重大行政决策预公开意见征集与反馈情况汇总公示专栏”栏目超过半年未更新，最新一条为2022年1月5日';
  const wanted = Array.from({ length: MANY - 1 }, (_, i) => (i % 7 === 0 ? { text: long } : {}));
  await machineFinds(served.app, factId, [{ category: 'hidden_link', text: '首页底部疑似暗链' }, ...wanted]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.MINGCHA_SHOTS) {
    mkdirSync(process.env.MINGCHA_SHOTS, { recursive: true });
    await page.screenshot({ path: join(process.env.MINGCHA_SHOTS, `${name}.png`), fullPage: true });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBeLessThanOrEqual(0);
}

const stepsNow = async () => {
  const { found, waiting, confirmed, rejected, merged, exempted } = await viewSteps(served.app, county.id, {
    from: undefined,
    to: undefined,
  });
  return { found, waiting, confirmed, rejected, merged, exempted };
};

describe.skipIf(!browser)('the desk by keys alone', () => {
  it('confirms, rejects, merges, exempts, undoes, decides many at once, and shows each answer at once', async () => {
    const clerk = await served.as({ name: '张三', areaId: county.id });
    const { page, context, faults } = await openPage(browser as Browser, 1440, clerk);
    // The line on which changes are told asks for lists on its own beat, and may do so between any two keys; here it is silent.
    await page.route('**/live', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${served.url}/areas/${county.id}/desk`);
    const line = (n: number) => page.locator('.desk-line').nth(n);
    await line(199).waitFor();
    expect(await line(0).textContent()).toContain('须当日处理');
    await page.locator('.desk-frame iframe').waitFor();
    expect(await page.frameLocator('.desk-frame iframe').locator('h1').textContent()).toBe('负责人解读');
    expect(await page.evaluate('window.hacked')).toBe(undefined);
    await shoot(page, 'desk-1440');

    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname.split('/').at(-1)}`));
    const press = async (key: string, answer: string, n: number): Promise<void> => {
      asked.length = 0;
      await page.keyboard.press(key);
      await line(n).locator('.desk-answer', { hasText: answer }).waitFor();
      // An answer is one small call: the list of hundreds is not asked for again (seeds M02; how fast is bench/lists' to say).
      expect(asked.filter((call) => call === 'GET desk')).toEqual([]);
    };
    await press('y', '认定为问题', 0);
    await press('Enter', '认定为问题', 1);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: '系统读取有误' }).waitFor();
    await press('2', '不予认定', 2);
    await page.keyboard.press('m');
    await page.locator('.desk-choices li').first().waitFor();
    await shoot(page, 'desk-merge');
    await press('1', '并入其他问题', 3);
    await page.keyboard.press('x');
    await press('1', '豁免', 4);
    await page.keyboard.press('u');
    await line(4).locator('.desk-answer').waitFor({ state: 'detached' });
    await expect.poll(stepsNow).toEqual({ found: MANY, waiting: MANY - 4, confirmed: 2, rejected: 1, merged: 1, exempted: 0 });

    await page.keyboard.press('?');
    await page.getByRole('region', { name: '键盘操作' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.desk-all').textContent()).toContain('未复核的 196 条');
    await page.locator('.desk-all input').check();
    await page.keyboard.press('n');
    await page.getByRole('button', { name: '核实无误' }).waitFor();
    await press('1', '不予认定', 199);
    await expect.poll(stepsNow).toMatchObject({ waiting: 100, rejected: 197 });
    await page.getByRole('button', { name: '取下一批' }).click();
    await expect.poll(() => page.locator('.desk-line').count()).toBe(100);
    await page.locator('.desk-all input').check();
    await page.keyboard.press('y');
    await line(99).locator('.desk-answer', { hasText: '认定为问题' }).waitFor();
    await page.getByRole('button', { name: '取下一批' }).click();
    await page.getByText('没有待复核的发现').waitFor();
    await page.getByRole('button', { name: '撤回上一步' }).click();
    await expect.poll(() => page.locator('.desk-line').count(), { message: 'the last batch has a way back, too' }).toBe(100);
    expect(faults.filter((fault) => !/sandboxed/.test(fault))).toEqual([]);
    await context.close();
  });

  it('fits 1024 and 390, and is sound', async () => {
    for (const width of [1024, 390]) {
      const clerk = await served.as({ name: '李强', role: 'centre', areaId: county.id });
      const { page, context, faults } = await openPage(browser as Browser, width, clerk);
      await page.goto(`${served.url}/areas/${county.id}/desk`);
      await page.locator('.desk-finding').waitFor();
      expect(await page.getByRole('button', { name: /^豁免/ }).count(), 'the centre does not exempt').toBe(0);
      await shoot(page, `desk-${width}`);
      if (width === 1024) expect(await seriousFindings(page)).toEqual([]);
      expect(faults.filter((fault) => !/sandboxed/.test(fault))).toEqual([]);
      await context.close();
    }
  });

  it('lets a third party enter a finding and see only its own', async () => {
    const firm = await served.as({ name: '某公司', role: 'third_party', areaId: county.id });
    const { page, context, faults } = await openPage(browser as Browser, 1440, firm);
    await page.goto(`${served.url}/areas/${county.id}/raw-findings`);
    await page.getByText('还没有录入过发现').waitFor();
    await page.getByRole('button', { name: '录入一条' }).click();
    const choose = async (label: string, option: string): Promise<void> => {
      await page.getByRole('combobox', { name: label }).fill(option);
      await page.keyboard.press('Enter');
    };
    await choose('网站、账号', '县住建局信息公开网');
    await choose('问题类别', '文字错误');
    // U14: whose it is follows by rule, and is proposed.
    await page.getByText('按“谁发布谁负责”提出：县住建局').waitFor();
    await page.getByRole('textbox', { name: '发现了什么' }).fill('首页“部署”误为“布署”');
    await page
      .getByRole('button', { name: '录 入', exact: true })
      .or(page.getByRole('button', { name: '录入', exact: true }))
      .click();
    await page.getByText('已录入，等待复核').waitFor();
    await page.locator('.rows tbody tr', { hasText: '布署' }).waitFor();
    await shoot(page, 'raw-1440');
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.locator('.cards .card-still').waitFor();
    await shoot(page, 'raw-390');
    await page.goto(`${served.url}/areas/${county.id}/desk`);
    await page.locator('.state').waitFor();
    expect(await page.locator('.desk-line').count()).toBe(0);
    expect(faults.filter((fault) => !/403/.test(fault))).toEqual([]);
    await context.close();
  });

  it('answers what only a person can judge by keys, with proof, and several clean ones together with words', async () => {
    const clerk = await served.as({ name: '李强', role: 'centre', areaId: county.id });
    const { page, context, faults } = await openPage(browser as Browser, 1440, clerk);
    await page.goto(`${served.url}/areas/${county.id}/cards?clause=SV-5.1,SV-1.3,MV-1.3`);
    await page.locator('.cards-choices').waitFor();
    expect(await page.locator('.desk-line').first().textContent()).toContain('未检查');
    await page.keyboard.press('2');
    await page.getByRole('group', { name: '第 1 条' }).waitFor();
    await page.getByLabel('发现了什么').fill('链接到赌博网站');
    await page.getByLabel('佐证图片').setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: Buffer.from(png(1)) });
    await page.getByText('已附 1 张').waitFor();
    await shoot(page, 'cards-1440');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '登记回答' }).click();
    await page.getByText('1 条转入“人工复核”').waitFor();
    const { rows } = await listProblems(served.app.db, county.id, { categories: ['harmful_content'] });
    expect(rows.map(({ projection }) => projection.status)).toEqual(['suspected']);
    await page.locator('.desk-line input:not([disabled])').first().check();
    await page.getByRole('textbox', { name: '查看了什么' }).fill('逐个打开了首页和各栏目首屏查看');
    await page.getByRole('button', { name: '登记：没有发现问题' }).click();
    await page.getByText('已登记为没有发现问题').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(page, 'cards-390');
    expect(faults).toEqual([]);
    await context.close();
  });
});
