import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { listInspections } from '../../src/store/inspections.ts';
import { listUsers } from '../../src/store/users.ts';
import { unitId } from '../../src/subjects/unit.ts';
import type { Person } from '../support/people.ts';
import { png } from '../support/pictures.ts';
import { openPage, startBrowser } from './browser.ts';
import { seedDraws } from './draw-world.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let areaId = '';

beforeAll(async () => {
  if (browser) await buildWeb();
  served = await serveApp(browser ? PAGES : null);
  areaId = await seedDraws(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function withPage(person: Person, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, 1440, await served.as(person));
  await page.goto(`${served.url}${path}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** At the three widths nothing is wider than the screen, and nothing a reader of screens stumbles over; pictures on demand. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env.MINGCHA_SHOTS) {
      mkdirSync(process.env.MINGCHA_SHOTS, { recursive: true });
      await page.screenshot({ path: join(process.env.MINGCHA_SHOTS, `${name}-${width}.png`), fullPage: true });
    }
    expect([name, width, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([name, width, 0]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([name, grave.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []]);
}

describe.skipIf(browser === null)('双随机 in the browser', () => {
  let drawId = '';
  it('P05: the office draws 10 % of what was struck off, reads the record and draws it again', () =>
    withPage({}, `/areas/${areaId}/draws`, async (page) => {
      await page.getByText('还没有抽查过').waitFor();
      await expectSound(page, 'draws-empty');
      await page.getByRole('tab', { name: '开始抽查' }).click();
      await page.getByLabel('随机种子').fill('20221227-0815');
      await expectSound(page, 'draws-new');
      await page.getByRole('button', { name: '抽取并保存记录' }).click();
      await page.getByRole('heading', { name: '双随机复查' }).waitFor();
      drawId = new URL(page.url()).searchParams.get('draw') ?? '';
      await page.getByText('名单 60 个，抽中 6 个').waitFor();
      await page.getByRole('button', { name: '重新演算' }).click();
      await page.getByText('与记录一致').waitFor();
      await expectSound(page, 'draws-detail');
    }));

  it('P05: who falls ill is replaced by lot, with the reason; the record still draws the same', () =>
    withPage({}, `/areas/${areaId}/draws?draw=${drawId}`, async (page) => {
      await page.getByRole('button', { name: /^更换/ }).first().click();
      await page.getByLabel('理由').fill('生病住院');
      await page.keyboard.press('Enter');
      await page.getByText('不能参加（生病住院）').waitFor();
      await page.getByRole('button', { name: '重新演算' }).click();
      await page.getByText('与记录一致').waitFor();
      await page.getByText('接替的检查人员相符').waitFor();
    }));

  it('P05: who was drawn enters what was found; the office publishes when all is there, and anyone reads it', async () => {
    const tasks = await listInspections(served.app.db, areaId, { drawId });
    const users = await listUsers(served.app.db, [areaId]);
    const personOf = (id: string) => users.find((user) => user.id === id) as Person;
    await withPage(personOf(tasks[0]?.inspectorId ?? ''), `/areas/${areaId}/draws?view=mine`, async (page) => {
      await page.getByRole('radio', { name: '未整改' }).first().check();
      await page.getByLabel('看到的情况').first().fill('栏目仍未更新');
      const photo = { name: '现场照片.png', mimeType: 'image/png', buffer: Buffer.from(png(7, { size: 80 })) };
      await page.getByLabel('添加证明材料').first().setInputFiles(photo);
      await page.getByText('现场照片.png').waitFor();
      await expectSound(page, 'draws-mine');
      await page.getByRole('button', { name: '登记结果' }).first().click();
      await page.locator('.mark-bad', { hasText: '未整改' }).waitFor();
    });
    for (const { problemId, inspectorId, outcome } of await listInspections(served.app.db, areaId, { drawId })) {
      if (outcome !== null) continue;
      const body = JSON.stringify({ problemId, outcome: 'fixed', words: '', proof: '网址已核' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const { fetch: send } = await served.as(personOf(inspectorId));
      expect((await send(`/api/areas/${areaId}/draws/${drawId}/results`, init)).status).toBe(200);
    }
    await withPage({}, `/areas/${areaId}/draws?draw=${drawId}`, async (page) => {
      const shown = page.getByRole('img', { name: '现场照片.png' });
      await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(80);
      await expectSound(page, 'draws-results');
      await page.getByRole('button', { name: '公开复查结果' }).click();
      await page.getByRole('link', { name: '打开公开页面' }).waitFor();
    });
    const stranger = await openPage(browser as Browser, 1440, null);
    await stranger.page.goto(`${served.url}/public/${areaId}/inspections/${drawId}`);
    await expectSound(stranger.page, 'draws-public');
    await stranger.context.close();
    const html = await (await fetch(`${served.url}/public/${areaId}/inspections/${drawId}`)).text();
    expect(html).toContain('未整改 1 个');
    expect(html).toContain('1 次，接替的人用同一种子');
    expect(html).not.toMatch(/检查员\d|生病/);
    expect(await (await fetch(`${served.url}/public/${areaId}/inspections/${drawId}/repeat`)).text()).toContain('与记录完全一致');
    expect((await fetch(`${served.url}/public/${areaId}/inspections/none`)).status).toBe(404);
  });

  it('单位与责任人: every part fits and reads at three widths', () =>
    withPage({}, `/areas/${areaId}/units`, async (page) => {
      for (const [name, tab, sign] of [
        ['posts', '责任人', '个没有责任人'],
        ['supervision', '主办与主管', '白水交警'],
        ['duties', '四方责任', '谁起草谁解读'],
        ['bodies', '公共企事业单位', '公开率 50.0%'],
        ['programmes', '专项工作', '未覆盖（44）'],
      ] as const) {
        await page.getByRole('link', { name: tab, exact: true }).click();
        await page.getByText(sign).first().waitFor();
        await expectSound(page, `units-${name}`);
      }
    }));

  it('the unit that supervises an account confirms what its host reported', () =>
    withPage(
      { name: '检查员1', role: 'unit', areaId, unitId: unitId(areaId, '第1局') },
      `/areas/${areaId}/units?view=supervision`,
      async (page) => {
        await page.getByRole('button', { name: '核实属实' }).click();
        await page.getByText('主管已核实').waitFor();
      },
    ));
});
