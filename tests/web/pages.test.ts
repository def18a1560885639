import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import type { UserRole } from '../../src/core/role.ts';
import { upsertAreas } from '../../src/store/areas.ts';
import { navFor } from '../../web/app/nav.ts';
import { seriousFindings } from '../support/axe.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { goTo } from './go.ts';
import { type Served, serveApp } from './serve.ts';
import { HOSTILE, seedWorld, type World } from './world.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let world: World;

beforeAll(async () => {
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as();
  world = await seedWorld(served.app.db, served.app.blobs, { problems: 130 });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const at = (path: string) => `${served.url}/areas/${world.areaId}/${path}`;
const open = (width = 1440) => openPage(browser as Browser, width, clerk);

/** Menu pages of somebody, and those beside the menu. */
const menuOf = (role: UserRole, areaId: string): string[] => [
  ...new Set(
    navFor({ role, administers: role === 'office', knowsGrave: true })
      .flatMap(({ pages }) => pages)
      .map(({ to }) => to.replace('$areaId', areaId).slice(`/areas/${areaId}/`.length)),
  ),
  'messages',
  'me',
];

/** What the server answers when it fell over. */
const BROKEN = { code: 'internal', message: '程序出现意外错误。', next: '请稍后重试。' };

describe.skipIf(!browser)('a reader of the pages', () => {
  it('comes from the bare address to the overview, and every number opens what it counts', async () => {
    const { page, context, faults } = await open();
    await page.goto(served.url);
    await page.getByRole('heading', { name: '2022年12月总体情况' }).waitFor();
    const sites = page.getByRole('row', { name: /信息公开网站/ });
    await expect(sites.innerText()).resolves.toMatch(/44/);
    const undecided = sites.getByRole('link').last();
    const counted = Number(await undecided.innerText());
    await undecided.click();
    await page.getByRole('heading', { name: '网站与账号' }).waitFor();
    expect(await page.locator('.rows tbody tr').count()).toBe(counted);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads the stock as the sum it is', async () => {
    const { page, context } = await open();
    await page.goto(at('overview'));
    await page.locator('.equation').waitFor();
    const [opening, found, reopened, closed, closing] = (await page.locator('.equation dd').allInnerTexts()).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(opening + found + reopened - closed).toBe(closing);
    expect(closing).toBeGreaterThan(0);
    await page.locator('.chart canvas').waitFor();
    await context.close();
  });

  it('narrows the ledger, finds the filters in the address again, and pages through it', async () => {
    const { page, context, faults } = await open();
    await page.goto(at('ledger'));
    await page.getByText('共 130 条').waitFor();
    await page.getByRole('combobox', { name: '状态' }).click();
    await page.getByTitle(/^整改中/).click();
    await page.waitForURL(/status=received/);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByText(/共 \d+ 条/).waitFor();
    const marks = await page.locator('.rows .mark').allInnerTexts();
    expect(new Set(marks)).toEqual(new Set(['整改中']));
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByText('共 130 条').waitFor();
    await page.getByTitle('2', { exact: true }).click();
    await page.waitForURL(/page=2/);
    await page.getByText('第 21–40 条').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finds words that are typed, and is told when nothing matches', async () => {
    const { page, context } = await open();
    await page.goto(at('ledger'));
    await page.getByRole('textbox', { name: '查找文字' }).fill('没有这样的字100%');
    await page.getByText('没有符合条件的问题').waitFor();
    await context.close();
  });

  it('opens a problem by keyboard alone and sees its whole history with evidence', async () => {
    const { page, context, faults } = await open();
    await page.goto(at(`ledger?q=${encodeURIComponent('县乡村振兴局')}&status=closed`));
    const row = page.locator('.row-open').first();
    await row.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/problem=/);
    await page.goto(at(`ledger?problem=${world.problemIds[0]}`));
    await page.getByRole('heading', { name: '办理经过（7 条）' }).waitFor();
    const acts = await page.locator('.act b').allInnerTexts();
    expect(acts).toEqual(['发现', '确认', '交办', '签收', '反馈整改', '复核：已整改', '销号']);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载当时的原文' }).click();
    const name = (await download).suggestedFilename();
    expect(name).toMatch(/^证据-栏目列表页-2022-11-25-.*\.txt$/);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('problem='));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is not touched by what a hostile page says it is called', async () => {
    const { page, context } = await open();
    await page.goto(at(`ledger?problem=${world.problemIds[1]}`));
    await page.locator('.problem-text').waitFor();
    expect(await page.locator('.problem-text').innerText()).toBe(HOSTILE);
    expect(await page.locator('.facts a').count()).toBe(0);
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    await context.close();
  });

  it('opens the rows behind a figure of a notice, and downloads the files', async () => {
    const { page, context, faults } = await open();
    await page.goto(at('notices'));
    await page.getByRole('link', { name: /监测/ }).first().click();
    await page.getByRole('article', { name: '通报正文' }).waitFor();
    const figure = page.locator('.paper .figure').first();
    const printed = await figure.innerText();
    await figure.click();
    await page.waitForURL(/figure=/);
    await page.locator('.ant-drawer-title').getByText(printed).waitFor();
    await page.keyboard.press('Escape');
    // The keyboard is back where the drawer was opened from.
    await page.locator('.paper .figure:focus').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Word 文档' }).click();
    expect((await download).suggestedFilename()).toBe('通报（2022年12月）.docx');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that stands above is led to the areas below, and is not told that there are no problems', async () => {
    const { page, context, faults } = await open(390);
    const above = world.register.areas.find(({ id }) => id === world.areaId)?.parentId;
    await page.goto(`${served.url}/areas/${above}/overview`);
    await page.getByRole('heading', { name: /^各.+情况$/ }).waitFor();
    expect(await page.getByText('目前没有未销号的问题').count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: '郎溪县' }).click();
    await page.getByRole('heading', { name: '2022年12月总体情况' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says in words that a page, an area or the service is not there', async () => {
    const { page, context } = await open();
    await page.goto(`${served.url}/nowhere`);
    await page.getByText('没有这个页面').waitFor();
    await page.goto(`${served.url}/areas/area_x/overview`);
    await page.getByText('没有这个地区。').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(at('channels'));
    await page.getByText('连接不上服务。').first().waitFor();
    await context.close();
  });

  it('keeps the heading of every page of the menu when what it shows cannot be had, and offers to try again', async () => {
    const { page, context } = await open();
    await page.goto(at('me'));
    await page.getByRole('heading', { name: '我的账户' }).waitFor();
    await page.route('**/api/areas/*/**', (route) => route.fulfill({ status: 500, json: BROKEN }));
    for (const path of [...menuOf('office', world.areaId), `notices/${world.noticeId}`]) {
      expect.soft(await goTo(page, at(path)), path).toBe(true);
      expect.soft(await page.locator('h1').count(), path).toBe(1);
    }
    await context.close();
  });

  it('keeps what was read when it cannot be read again, and says so', async () => {
    const { page, context } = await open();
    await page.goto(at('ledger'));
    await page.getByText('共 130 条').waitFor();
    await page.route('**/api/areas/*/problems?*', (route) => route.fulfill({ status: 500, json: BROKEN }));
    // Somebody comes back to the page after a while.
    await page.clock.setFixedTime(Date.now() + 60_000);
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText('没有取到最新内容').waitFor();
    await page.getByText('共 130 条').waitFor();
    await page.unroute('**/api/areas/*/problems?*');
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByText('没有取到最新内容').waitFor({ state: 'detached' });
    await context.close();
  });

  it.each([
    ['office', 'full', 1440],
    ['unit', 'full', 390],
    ['reader', 'empty', 1440],
  ] as const)(
    '%s: every page of the menu over an area that is %s at %i px has no serious finding of axe and no sideways scrolling',
    async (role, how, width) => {
      const areaId = how === 'full' ? world.areaId : await emptyArea();
      const unitId = role === 'unit' ? (world.register.units[3]?.id ?? null) : null;
      const who = await served.as({ name: role, role, areaId, unitId, administers: role === 'office' });
      const { page, context, faults } = await openPage(browser as Browser, width, who);
      const paths = menuOf(role, areaId).filter((path) => how === 'empty' || role === 'unit' || !SEEN_FULL.includes(path));
      await page.goto(`${served.url}/areas/${areaId}/me`);
      await page.locator('h1').waitFor();
      for (const path of paths) await expectSound(page, areaId, path);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('at 390 px has no serious finding of axe and no sideways scrolling', async () => {
    const { page, context, faults } = await open(390);
    await page.goto(at('messages'));
    await page.locator('h1').waitFor();
    const more = [`ledger?problem=${world.problemIds[0]}`, `notices/${world.noticeId}`];
    for (const path of ['overview', 'ledger', 'channels', 'channels?view=alarms', 'users', 'trail', 'me', ...more])
      await expectSound(page, world.areaId, path);
    expect(faults).toEqual([]);
    await context.close();
  });
});

async function expectSound(page: Page, areaId: string, path: string): Promise<void> {
  expect.soft(await goTo(page, `${served.url}/areas/${areaId}/${path}`), path).toBe(true);
  expect.soft(await seriousFindings(page), path).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

async function emptyArea(): Promise<string> {
  await upsertAreas(served.app.db, [{ id: 'area_empty', name: '新区', level: 'county', parentId: null }]);
  return 'area_empty';
}

/** Pages whose own tests look at them with more in them than here. */
const SEEN_FULL = [
  ...['desk', 'cards', 'accounts', 'pictures', 'draws', 'units', 'prompts', 'assessment', 'proof', 'audit', 'import', 'stock'],
  ...['text-errors', 'wording', 'key-sweeps', 'directory', 'external-hosts', 'rectification', 'messages'],
];
