import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import type { SignedIn } from '../support/people.ts';
import { type RobotServer, robotServer } from '../support/robot-server.ts';
import { openPage, startBrowser } from './browser.ts';
import { seedMessages } from './message-world.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const MANY = 45;
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let robot: RobotServer;
let base = '';

beforeAll(async () => {
  if (browser) await buildWeb();
  robot = await robotServer();
  served = await serveApp(browser ? PAGES : null);
  clerk = await served.as({ name: '张三' });
  Object.assign(served.app.config, { allowNetworks: ['127.0.0.0/8'], messageHosts: [robot.host] });
  base = `${served.url}/areas/${await seedMessages(served, MANY)}/messages`;
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await robot?.stop();
});

/** `allowed`: console messages that belong to the story, as that of a refused request. */
async function withPage(width: number, path: string, work: (page: Page) => Promise<void>, allowed: readonly string[] = []): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, width, clerk);
  await page.goto(`${base}${path}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults.filter((fault) => !allowed.some((one) => fault.includes(one)))).toEqual([]);
  await context.close();
}

/** Nothing is wider than the screen; pictures on demand. */
async function expectFits(page: Page, name: string): Promise<void> {
  if (process.env.MINGCHA_SHOTS) {
    mkdirSync(process.env.MINGCHA_SHOTS, { recursive: true });
    await page.screenshot({ path: join(process.env.MINGCHA_SHOTS, `${name}.png`), fullPage: true });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** Nothing a reader of screens stumbles over. */
async function expectSound(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

describe.skipIf(browser === null)('messages', () => {
  it.each([
    ['inbox', '', '发给政务公开办'],
    ['reminders', '?tab=reminders', '各单位被提醒情况'],
    ['roster', '?tab=roster', '现在值班：张三，副班 李四'],
    ['setup', '?tab=setup', '严重信息知悉范围'],
  ])('%s at three widths', (name, path, sign) =>
    withPage(1440, path, async (page) => {
      await page.getByText(sign).first().waitFor();
      for (const width of [1440, 1024, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await expectFits(page, `${name}-${width}`);
      }
      await expectSound(page);
    }),
  );

  it('three reminders are printed as 多次被提醒, with their dates', () =>
    withPage(1440, '?tab=reminders', async (page) => {
      const row = page.locator('table.figures').first().locator('tr', { hasText: '第2局' }).first();
      expect(await row.innerText()).toContain('多次被提醒（3次：2022-12-05、2022-12-12、2022-12-19）');
      await row.getByRole('button', { name: '第2局' }).click();
      await page.getByText('共 3 次').waitFor();
      expect(page.url()).toContain('unit=');
    }));

  it('an alarm is answered by who is on duty, and the head no longer shows red', () =>
    withPage(1440, '?state=unanswered', async (page) => {
      await page.locator('.unread-alarm').waitFor();
      await page.getByRole('button', { name: '已接到' }).click();
      await page.getByText('没有符合条件的消息').waitFor();
      await page.locator('.unread-alarm').waitFor({ state: 'detached' });
    }));

  it('a robot is set up, tested and never shown its key again; an address of an inner machine is refused', () =>
    withPage(
      1440,
      '?tab=setup',
      async (page) => {
        await page.getByRole('button', { name: '新建渠道' }).click();
        const pasted = '群'.repeat(70);
        await page.getByLabel('渠道名称').fill(pasted);
        await page.getByText('最多 60 字，已写 70 字，请删去 10 字。').waitFor();
        expect(await page.getByLabel('渠道名称').inputValue()).toBe(pasted);
        await page.getByLabel('渠道名称').fill('县直单位工作群');
        await page.getByLabel('Webhook 地址').fill('https://10.1.2.3/send?key=SECRETKEY');
        await page.getByRole('button', { name: /保\s*存/ }).click();
        await page.getByRole('alert').getByText('不在准许之列').waitFor();
        // Under the very field, too.
        await page
          .locator('.text-field', { has: page.getByLabel('Webhook 地址') })
          .getByText('不在准许之列')
          .waitFor();
        await page.getByLabel('Webhook 地址').fill(`http://${robot.host}/send?key=SECRETKEY`);
        await page.getByRole('button', { name: /保\s*存/ }).click();
        await page.getByRole('button', { name: '发送测试' }).click();
        await page.getByText('测试消息已送达').waitFor();
        expect(robot.calls[0]?.query.get('key')).toBe('SECRETKEY');
        expect(await page.content()).not.toContain('SECRETKEY');
        await expectFits(page, 'setup-filled-1440');
        await expectSound(page);
      },
      ['400', '422'],
    ));
});

describe('the same over HTTP', () => {
  const api = (path: string): string => `${base.replace('/areas/', '/api/areas/').replace(/\/messages$/, '')}${path}`;

  it('an inbox holds what is for its owner and role and nothing else', async () => {
    const { rows, total } = (await (await (await served.as({ name: '李四', role: 'reader' })).fetch(api('/messages'))).json()) as {
      rows: [];
      total: number;
    };
    expect([rows, total]).toEqual([[], 0]);
  });

  it('the workbook of reminders is a workbook', async () => {
    const response = await clerk.fetch(api('/reminders.xlsx'));
    expect(response.headers.get('content-disposition')).toContain('.xlsx');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
