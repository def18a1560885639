import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import type { Person } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { type PromptWorld, seedPrompts } from './prompt-world.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let world: PromptWorld;
let unit: Person;

beforeAll(async () => {
  if (browser) await buildWeb();
  served = await serveApp(browser ? PAGES : null);
  world = await seedPrompts(served);
  unit = { role: 'unit', name: '联络员', areaId: world.areaId, unitId: world.units[30]?.id ?? '' };
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function withPage(who: Person, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, 1440, await served.as(who));
  await page.goto(`${served.url}/areas/${world.areaId}${path}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** Nothing is wider than the screen at the three widths, nothing a reader of screens stumbles over; pictures on demand. */
async function expectFits(page: Page, name: string): Promise<void> {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env.MINGCHA_SHOTS) {
      mkdirSync(process.env.MINGCHA_SHOTS, { recursive: true });
      await page.screenshot({ path: join(process.env.MINGCHA_SHOTS, `${name}-${width}.png`), fullPage: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

describe.skipIf(browser === null)('prompts', () => {
  it('the office sends one, copies its text, reminds those missing and writes down what it was told', () =>
    withPage({}, '/prompts', async (page) => {
      await page.getByText('元旦前排查错别字').waitFor();
      await expectFits(page, 'prompts');
      await page.getByRole('button', { name: '发提示' }).click();
      await page.getByLabel('标题').fill('报送年度工作总结');
      await page.getByLabel('内容').fill('请报送年度政务公开工作总结。');
      await page.getByLabel('完成时限').fill('2022-12-29');
      await page.getByRole('checkbox', { name: /^乡镇/ }).check();
      await expectFits(page, 'prompts-new');
      await page.getByRole('button', { name: '发给 21 个单位' }).click();
      await page.getByText('提示单位').waitFor();
      expect(await page.getByRole('textbox', { name: '提示全文' }).inputValue()).toContain('【报送年度工作总结】\n@东河镇 @县农业农村局');
      await page.getByRole('button', { name: '催办 21 个未完成单位' }).click();
      await page.getByText('已提醒 21 个单位，计入提醒记录').waitFor();
      await page.getByRole('button', { name: '东河镇：登记' }).click();
      await page.getByRole('button', { name: '登记完成' }).click();
      await page.getByRole('button', { name: '东河镇：退回' }).waitFor();
      await expectFits(page, 'prompt');
    }));

  it('a unit confirms, sees its own problems of the class first and answers, on a telephone', () =>
    withPage(unit, '/prompts', async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const check = page.locator('.my-prompts > li', { hasText: '元旦前排查错别字' });
      await check.getByText('本单位现有 1 个“文字错误”').waitFor();
      await expectFits(page, 'my-prompts');
      await check.getByRole('button', { name: '确认收到' }).click();
      await check.getByText('确认收到').waitFor();
      await check.getByRole('button', { name: '反馈自查结果' }).click();
      await check.getByLabel('自查发现问题数（没有填 0）').fill('2');
      await check.getByLabel('其中已整改').fill('1');
      await expectFits(page, 'my-answer');
      await check.getByRole('button', { name: '提交反馈' }).click();
      await page.getByText('自查发现 2，已整改 1').waitFor();
    }));

  it('a unit files a patrol and says what it has put right; the office sees it', async () => {
    await withPage(unit, '/prompts?tab=patrols', async (page) => {
      await page.getByLabel('怎样整改的').fill('已改正');
      await page.getByRole('button', { name: '已整改' }).click();
      await page.getByText('2022-12-27 整改').waitFor();
      await page.getByLabel('巡查了什么').fill('微信公众号');
      await page.getByRole('button', { name: '登记发现的问题' }).click();
      await expectFits(page, 'my-patrols');
      await page.getByRole('button', { name: '删去第 1 个问题' }).click();
      await page.getByRole('button', { name: '保存巡网记录' }).click();
      await page.getByText('已保存').waitFor();
    });
    await withPage({}, '/prompts?tab=patrols', async (page) => {
      await page.getByText('未发现问题').waitFor();
      await expectFits(page, 'patrols');
    });
  });
});

describe.skipIf(browser === null)('settings of an area', () => {
  // The others are fields of the same kinds; all are looked at where pictures are wanted.
  const TABS = process.env.MINGCHA_SHOTS
    ? ['', 'figures', 'head', 'addressees', 'reports', 'messages', 'prompts', 'calendar']
    : ['figures', 'head', 'addressees', 'calendar'];

  it('an office changes them without the command line', () =>
    withPage({ name: '管理员', administers: true }, '/settings?tab=prompts', async (page) => {
      await page.getByLabel('落实较快：提示后几天内完成（天）').fill('3');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
      for (const tab of TABS) {
        await page.goto(`${served.url}/areas/${world.areaId}/settings${tab && `?tab=${tab}`}`);
        await page.locator('.settings-form, .settings-years').first().waitFor();
        if (tab === 'figures') {
          await page.locator('.settings-figures', { hasText: 'SV-6.2' }).getByRole('checkbox').check();
          await page.getByRole('button', { name: '保存' }).click();
          await page.getByText('已保存').waitFor();
        }
        if (tab === 'addressees') await page.getByRole('button', { name: '增加一组' }).click();
        if (tab === 'head') await page.getByRole('button', { name: '增加联系人' }).click();
        if (tab === 'reports') await page.getByLabel('自行规定应印发的通报和报告').check();
        if (tab === 'calendar')
          await page
            .getByRole('button', { name: '登记' })
            .or(page.getByRole('button', { name: '更正' }))
            .last()
            .click();
        await expectFits(page, `settings-${tab || 'monitoring'}`);
      }
      await page.goto(`${served.url}/areas/${world.areaId}/prompts?new=task`);
      await page.getByText('提示后 3 个自然日内完成为落实较快').waitFor();
    }));
});

describe('the same over HTTP', () => {
  const post = (path: string, body: object) => ({
    path: `/api/areas/${world.areaId}${path}`,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

  it.each<[string, Person['role'], boolean, () => ReturnType<typeof post> | { path: string; init: undefined }, number]>([
    [
      'a unit does not see who has done it',
      'unit',
      true,
      () => ({ path: `/api/areas/${world.areaId}/prompts/${world.task}`, init: undefined }),
      403,
    ],
    [
      'a unit answers for no other',
      'unit',
      true,
      () => post(`/prompts/${world.task}/answer`, { unitId: world.units[31]?.id, act: 'done' }),
      403,
    ],
    ['a unit sends nothing', 'unit', true, () => post(`/prompts/${world.task}/remind`, {}), 403],
    ['another area sees nothing', 'office', false, () => ({ path: `/api/areas/${world.areaId}/prompts`, init: undefined }), 403],
    ['a unit sees no settings', 'unit', true, () => ({ path: `/api/areas/${world.areaId}/settings`, init: undefined }), 403],
    ['the centre changes no settings', 'centre', true, () => post('/settings', { changes: { scheduled: true } }), 403],
    [
      'an office that is no administrator enters no year',
      'office',
      true,
      () => post('/work-years', { year: 2023, source: '文', holidays: [], workdays: [] }),
      403,
    ],
    ['the centre sends nothing', 'centre', true, () => post(`/prompts/${world.task}/withdraw`, { reason: '不用了' }), 403],
  ])('%s', async (_, role, isHere, call, status) => {
    const other = 'area_elsewhere';
    if (!isHere) await served.app.db.insertInto('area').values({ id: other, name: '别处县', level: 'county', parentId: null }).execute();
    const person = await served.as(role === 'unit' ? unit : { role: role ?? 'office', areaId: isHere ? world.areaId : other });
    const { path, init } = call();
    expect((await person.fetch(path, init)).status).toBe(status);
  });
});
