import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { makeFirstAdministrator } from '../../src/app/people/first-administrator.ts';
import { seriousFindings } from '../support/axe.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';
import { seedWorld, type World } from './world.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const PASSWORD = '春江 水暖 2026';
const browser: Browser | null = await startBrowser();
let served: Served;
let world: World;
let oneTime: string;
beforeAll(async () => {
  if (!browser) return;
  await buildWeb();
  served = await serveApp(PAGES);
  world = await seedWorld(served.app.db, served.app.blobs, { problems: 5 });
  oneTime = (await makeFirstAdministrator(served.app))?.password ?? '';
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

describe.skipIf(!browser)('the door', () => {
  it.each([1440, 390])(
    'at %i px: asks who is there, has the one-time password changed, and leads back to the page asked for',
    async (width) => {
      const { page, context, faults } = await openPage(browser as Browser, width, null);
      await page.goto(`${served.url}/areas/${world.areaId}/ledger?status=received`);
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      // Words in the address are nobody's; those the server left a moment ago are shown.
      const words = '统一身份认证没有通过。';
      await page.goto(`${page.url()}&refused=${encodeURIComponent(words)}`);
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      expect(await page.getByText(words).count()).toBe(0);
      await context.addCookies([{ name: 'mingcha-refused', value: encodeURIComponent(words), url: `${served.url}/sign-in` }]);
      await page.reload();
      await page.getByText(words).waitFor();
      const enter = async (password: string) => {
        await page.getByLabel('用户名').fill('admin');
        await page.getByLabel('密码', { exact: true }).fill(password);
        await page.keyboard.press('Enter');
      };
      await enter('wrong');
      await page.getByText('用户名或密码不对。').waitFor();
      await enter(width === 1440 ? oneTime : PASSWORD);
      if (width === 1440) {
        await page.getByText('您用的是一次性密码').waitFor();
        await page.getByLabel('一次性密码').fill(oneTime);
        await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
        await page.getByLabel('再输一遍新密码').fill(PASSWORD);
        await page.getByRole('button', { name: '修改密码' }).click();
      }
      await page.getByRole('heading', { name: '问题台账' }).waitFor();
      expect(page.url()).toContain('/ledger?status=received');
      await page.getByRole('button', { name: /系统管理员/ }).click();
      await page.getByText('退出登录').click();
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      // A refused sign-in is answered 401, which the browser notes.
      expect(faults.filter((fault) => !/401/.test(fault))).toEqual([]);
      await context.close();
    },
  );
});
