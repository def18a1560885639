import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { LONG_UNIT, seedDirectory } from './directory-world.ts';
import { type Served, serveApp } from './serve.ts';
import { seedText } from './text-world.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
/** Three hundred items in the queue, as after the first reading of a stock. */
const MANY = 298;
/** External sites, as many as a fact keeps. */
const HOSTS = 400;
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let base = '';

beforeAll(async () => {
  if (!browser) return;
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as({ name: '张三' });
  base = `${served.url}/areas/${(await seedText(served.app, 3, MANY)).areaId}`;
  await seedDirectory(served.app, HOSTS);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const rows = (page: Page) => page.locator('.text-item');

/** `allowed`: console messages that belong to the story, as that of a refused request. */
async function withPage(width: number, path: string, work: (page: Page) => Promise<void>, allowed: readonly string[] = []): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, width, clerk);
  await page.goto(`${base}${path}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults.filter((fault) => !allowed.some((one) => fault.includes(one)))).toEqual([]);
  await context.close();
}

/** Nothing wider than the screen, nothing a reader of screens stumbles over. */
async function expectSound(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
      .map((one) => one.className),
  );
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over > 0 ? wide : []).toEqual([]);
  expect(over).toBeLessThanOrEqual(0);
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

describe.skipIf(browser === null)('the pages of text quality', () => {
  it.each([1440, 1024, 390])('the queue at %i pixels', (width) =>
    withPage(width, '/text-errors', async (page) => {
      await rows(page).first().waitFor();
      expect(await rows(page).count()).toBe(20);
      expect(await page.locator('.text-grave').innerText()).toContain('有 1 条疑似严重表述错误');
      expect(await rows(page).first().locator('mark').innerText()).toBe('甲乙内丁');
      await shoot(page, `queue-${width}`);
      await expectSound(page);
    }),
  );

  it('is worked by keys alone, and the last decision is taken back', () =>
    withPage(1440, '/text-errors?q=%E6%95%B4%E6%B2%BB', async (page) => {
      await rows(page).first().waitFor();
      expect(await rows(page).first().innerText()).toContain('共 3 处，3 个页面');
      await page.keyboard.press('o');
      await page.locator('.text-places li').nth(2).waitFor();
      await page.keyboard.press('n');
      await page.getByText('没有符合条件的疑似错误').waitFor();
    }));

  it('decides several at once and takes them back', () =>
    withPage(1440, '/text-errors?q=%E5%8F%B7%E9%94%99%E8%AF%8D', async (page) => {
      await rows(page).first().waitFor();
      await page.getByLabel('选择本页全部').check();
      await page.getByRole('button', { name: '20 条不是错误' }).waitFor();
      await page.getByLabel('选择本页全部').uncheck();
      for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
      await page.getByRole('button', { name: '3 条不是错误' }).click();
      await page.getByText('已将3 条标为不是错误').waitFor();
      await page.getByText(`共 ${MANY - 3} 条`).waitFor();
      await page.keyboard.press('u');
      await page.getByText(`共 ${MANY} 条`).waitFor();
    }));

  it('a grave one is told on the first page', () =>
    withPage(1024, '/overview', async (page) => {
      await page.getByRole('link', { name: '现在复核' }).click();
      await page.getByText('严重表述·').first().waitFor();
      expect(await rows(page).count()).toBe(1);
    }));

  it('says what an empty queue means', () =>
    withPage(390, '/text-errors?state=confirmed', async (page) => {
      await page.getByText('还没有确认过错误').waitFor();
      await expectSound(page);
    }));

  it.each([1440, 390])('the lists at %i pixels: an entry is added, seen in its history, retired', (width) =>
    withPage(width, '/wording', async (page) => {
      await page.getByLabel('错误写法').fill(`按装${width}`);
      await page.getByLabel('正确写法').fill('安装');
      await page.getByRole('button', { name: '增加' }).click();
      await page.getByText('已写入 1 条').waitFor();
      await page.getByLabel('查找词语').fill(`按装${width}`);
      await shoot(page, `wording-${width}`);
      await expectSound(page);
      await page.getByRole('button', { name: `“按装${width}”的修改记录` }).click();
      await page.getByText('张三').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: `停用“按装${width}”` }).click();
      await page.getByText('停用 1 条').waitFor();
    }),
  );

  it('a sweep is ordered and signed; one that would be late at once is refused at its day', () =>
    withPage(
      1024,
      '/key-sweeps',
      async (page) => {
        await page.getByLabel('名称').fill('重点信息排查');
        await page.getByLabel('排查范围').fill('领导信息、机构职能');
        await page.getByLabel('首次完成日期').fill('2022-12-01');
        await page.getByRole('button', { name: '布置' }).click();
        await page.locator('.wording-field', { hasText: '2022-12-01 已经过去' }).waitFor();
        await page.getByLabel('首次完成日期').fill('2022-12-27');
        await page.getByRole('button', { name: '布置' }).click();
        await page.getByText('（2022-12-27 前完成）').waitFor();
        await served.app.db.updateTable('keySweep').set({ firstDue: '2022-12-01' }).execute();
        await page.reload();
        await page.getByText('逾期未签认').first().waitFor();
        await shoot(page, 'sweeps');
        await expectSound(page);
        await page.getByRole('button', { name: '签认：县住建局' }).click();
        await page.getByRole('button', { name: '签认', exact: true }).click();
        await page.getByText('发现 0 处；张三').waitFor();
        await page.getByRole('button', { name: '布置错了，撤回：重点信息排查' }).click();
        await page.getByLabel('理由').fill('范围写错，另行布置');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^撤\s*回$/ })
          .click();
        await page.getByText('撤回：范围写错，另行布置').waitFor();
        expect(await page.getByText('逾期未签认').count()).toBe(0);
        await expectSound(page);
      },
      ['400'],
    ));

  it.each([1440, 390])('the directory at %i pixels: a record is changed, its history told, the guides to be updated follow', (width) =>
    withPage(width, '/directory', async (page) => {
      const phone = `0797-717${String(width).padStart(4, '0')}`;
      await page.getByText(LONG_UNIT, { exact: true }).waitFor();
      await shoot(page, `directory-${width}`);
      await expectSound(page);
      await page.getByRole('button', { name: '修改政务服务厅' }).click();
      await page.getByLabel('政务服务厅电话').fill(phone);
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText(phone).waitFor();
      await page.getByRole('button', { name: /^政务服务厅.*的修改记录$/ }).click();
      await page.locator('.history ins', { hasText: phone }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.ant-drawer').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '待更新的指南（1）' }).click();
      // What was read before the change stands until it has been read anew.
      await page.locator('.guide-list .difference').getByText(phone).waitFor();
      expect(await page.locator('.guide-list .difference').innerText()).toBe(`0797-7170000 应为 ${phone}`);
      await expectSound(page);
    }),
  );

  it('a wrong record is refused in its own drawer, with what was typed', () =>
    withPage(
      1024,
      '/directory?view=people',
      async (page) => {
        await page.getByRole('button', { name: '增加任职人员' }).click();
        expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
        await page.getByLabel(/^姓名/).fill('赵大海');
        await page.getByLabel(/^职务/).fill('副局长');
        await page.getByLabel('任职日期').fill('2022-05-01');
        await page.getByLabel('离任日期').fill('2022-04-30');
        await page.getByRole('button', { name: '保存' }).click();
        await page.getByText('离任日期 2022-04-30 早于任职日期 2022-05-01').waitFor();
        expect(await page.getByLabel(/^职务/).inputValue()).toBe('副局长');
        await expectSound(page);
      },
      ['400'],
    ));

  it.each([1440, 390])('external sites at %i pixels: filtered in the address, decided on, found again under the decision', (width) =>
    withPage(width, '/external-hosts', async (page) => {
      await page.getByText(`待研判 ${width === 1440 ? HOSTS : HOSTS - 1} 个`).waitFor();
      expect(await page.locator('.host').count()).toBe(50);
      await page.getByLabel('查找域名、标题').fill(`firm${width}`.slice(0, 6));
      await page.getByLabel(`选择县住建局信息公开网链接的${`firm${width}`.slice(0, 6)}.example`, { exact: true }).check();
      await page.getByLabel('理由').fill('县属企业');
      await shoot(page, `external-hosts-${width}`);
      await expectSound(page);
      await page.getByRole('button', { name: '准许', exact: true }).click();
      await page.getByText('1 个外部网站已记为“准许”').waitFor();
      await page.goto(`${base}/external-hosts?standing=allowed&q=${`firm${width}`.slice(0, 6)}`);
      await page.getByText('理由：县属企业').waitFor();
    }),
  );
});

const SHOTS = process.env.MINGCHA_SHOTS;
/** Pictures for whoever looks at them, where asked for. */
async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
