import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { docxOf } from '../../src/notice/testing/docx-of.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { all, openParts, wordText } from '../../src/notice/testing/parts.ts';
import type { SignedIn } from '../support/people.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';
import { draft, seedWorkshop, type Workshop } from './workshop.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;
let world: Workshop;

beforeAll(async () => {
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as();
  world = await seedWorkshop(served.app.db);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const at = (path: string) => `${served.url}/areas/${world.areaId}/${path}`;
const open = (width = 1440) => openPage(browser as Browser, width, clerk);
/** Another person sits down at the same page. */
const named = async (page: Page, name: string): Promise<void> => {
  await page.context().addCookies([(await served.as({ name })).cookie]);
  await page.reload();
  await page.waitForLoadState('networkidle');
};
const saved = (page: Page, name: string) => page.getByText(`${name} 保存于`).waitFor();

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(!browser)('the desk of a notice', () => {
  it('lets words be typed, marks a typed number, binds it, and keeps all of it over a reload', async () => {
    const { page, context, faults } = await open();
    await page.goto(at(`notices/${world.monthly}/edit`));
    await named(page, '王某');
    const field = page.locator('.paragraph-field', { has: page.locator('.chip-figure') }).first();
    const chips = await field.locator('.chip').allInnerTexts();
    await field.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('信息公开网站合格36家。');
    const wrong = page.locator('.severity-blocks', { hasText: '“36家”与数据不符' });
    await wrong.waitFor();
    const marked = await page.evaluate(
      () => (globalThis as unknown as { CSS: { highlights: Map<string, Set<Range>> } }).CSS.highlights.get('typed-wrong')?.size,
    );
    expect(marked).toBe(1);
    await wrong.getByRole('button', { name: /并绑定$/ }).click();
    await wrong.waitFor({ state: 'detached' });
    await saved(page, '王某');
    await page.reload();
    await page.locator('.paragraph-field').first().waitFor();
    expect(await field.locator('.chip').count()).toBe(chips.length + 1);
    expect(await field.innerText()).toContain('信息公开网站合格');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('does not let a figure be typed over, and shows the rows behind it', async () => {
    const { page, context } = await open();
    await page.goto(at(`notices/${world.monthly}/edit`));
    const field = page.locator('.paragraph-field', { has: page.locator('.chip-figure') }).first();
    const before = await field.innerText();
    await field.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('9');
    await page.getByText('数字和名称不能直接改写').first().waitFor();
    expect(await field.innerText()).toBe(before);
    const chip = field.locator('.chip-figure').first();
    const printed = await chip.innerText();
    await chip.click();
    await page.locator('.ant-drawer-title').getByText(printed).waitFor();
    await page.getByText(/算法：/).waitFor();
    await context.close();
  });

  it('moves, adds and takes out paragraphs, and the headings number themselves', async () => {
    const { page, context } = await open();
    await page.goto(at(`notices/${world.quarterly}/edit`));
    await named(page, '王某');
    const headings = () =>
      page.locator('.block-2 .block-heading input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const labels = () => page.locator('.block-2 .block-heading b').allInnerTexts();
    const [first, second] = await headings();
    const before = await labels();
    const block = page.locator('.block-2').first();
    await block.locator('input').first().focus();
    await block.getByRole('button', { name: '下移' }).click();
    expect((await headings()).slice(0, 2)).toEqual([second, first]);
    expect(await labels()).toEqual(before);
    const last = page.locator('.block-2').last();
    await last.locator('input').first().focus();
    await last.getByRole('button', { name: '删除' }).click();
    expect(await labels()).toEqual(before.slice(0, -1));
    await page.getByRole('tab', { name: '版头' }).click();
    await page.getByRole('button', { name: '放回' }).click();
    expect(await labels()).toEqual(before);
    await saved(page, '王某');
    await context.close();
  });

  it('confirms whom to name, and puts a requirement of the library in with its deadline', async () => {
    const { page, context, faults } = await open();
    await page.goto(at(`notices/${world.quarterly}/edit`));
    await named(page, '王某');
    await page.getByRole('tab', { name: '点名' }).click();
    const blame = page.getByRole('group', { name: /点名：审发信息/ });
    await blame.getByRole('checkbox').first().uncheck();
    await page.getByText('名单已确认').waitFor();
    await blame.getByText(/未列 1 个/).waitFor();
    await page.getByRole('tab', { name: '要求库' }).click();
    await page.getByRole('textbox', { name: '小标题', exact: true }).fill('书面反馈');
    await page.getByRole('textbox', { name: '内容', exact: true }).fill('请报送整改报告。');
    await page.getByRole('button', { name: '存入要求库' }).click();
    await page.getByRole('button', { name: '插入正文' }).click();
    const own = page.locator('[id="block-own.requirement1"]');
    await own.getByLabel('完成时限的算法').click();
    await page.getByTitle('成文之日起工作日').click();
    await saved(page, '王某');
    await page.goto(at(`notices/${world.quarterly}`));
    await page.getByText(/请报送整改报告。完成时限：/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('tells the second of two who write that the first has saved', async () => {
    const [one, two] = [await open(), await open()];
    for (const [{ page }, name] of [
      [one, '赵'],
      [two, '钱'],
    ] as const) {
      await page.goto(at(`notices/${world.monthly}/edit`));
      await named(page, name);
      await page.locator('.paragraph-field').first().waitFor();
    }
    const type = async (page: Page, name: string) => {
      await page.locator('.paragraph-field').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(`${name}补充。`);
    };
    await type(one.page, '赵');
    await saved(one.page, '赵');
    await type(two.page, '钱');
    await two.page
      .getByRole('alert')
      .getByText(/赵已经保存了更新的一版/)
      .waitFor();
    expect(await two.page.locator('.paragraph-field').first().innerText()).toContain('钱补充。');
    await one.context.close();
    await two.context.close();
  });

  it('goes from draft to review, number, issue, seal and the public page', async () => {
    const month = fullMonth(44, { disclosureMark: '主动公开', number: '某政公开办〔2022〕8号' });
    const id = await draft(served.app.db, world.areaId, 'flow', '2022-Q4', 'monthly-monitoring', month);
    const { page, context, faults } = await open();
    await page.goto(at(`notices/${id}/edit`));
    await named(page, '王某');
    await page.getByRole('tab', { name: '依据' }).click();
    await page.getByText('2019年5月14日后不再有效，现行的是国务院令第711号').waitFor();
    await page.getByRole('checkbox', { name: /国办秘函〔2019〕19号/ }).check();
    await saved(page, '王某');
    await page.locator('.paper-edit').getByText('国办秘函〔2019〕19号').waitFor();
    const starter = await clerk.fetch(`${served.url}/api/areas/${world.areaId}/notices/${id}/form-starter`);
    await page.goto(at('notices'));
    const form = { name: '本办版式.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(await starter.arrayBuffer()) };
    await named(page, '王某');
    await page.locator('input[type=file][accept=".docx"]').setInputFiles(form);
    await page.getByRole('link', { name: '本办版式.docx' }).waitFor();
    await page.goto(at(`notices/${id}`));
    await named(page, '王某');
    await page.getByRole('button', { name: '送审' }).click();
    await page.getByText('王某参与了拟稿，不能审核自己的稿子。').waitFor();
    expect(await page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    await named(page, '李某');
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByRole('button', { name: '印发' }).waitFor();
    const reason = page.getByRole('textbox', { name: '意见或理由' });
    if (await reason.isVisible()) await reason.fill('经主任同意照发');
    await page.getByLabel('版式').click();
    await page.getByTitle('另按“本办版式.docx”').click();
    await page.getByRole('button', { name: '印发' }).click();
    await page.getByRole('button', { name: '确认印发' }).click();
    await page.getByRole('link', { name: '本单位版式 Word' }).waitFor();
    await page.getByRole('button', { name: '上传盖章件' }).waitFor();
    await page
      .locator('.life-acts input[type=file]')
      .setInputFiles({ name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByText('已盖章').first().waitFor();
    await page.getByLabel('组配分类').click();
    await page.getByTitle('监督保障', { exact: true }).click();
    await page.getByLabel('主题分类').click();
    await page.getByTitle('政务公开', { exact: true }).click();
    await page.getByLabel('机构代码').fill('11341722003251630P');
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await page.getByText(/索引号 11341722003251630P\/202212-00001/).waitFor();
    // The refused approval is answered 403, which the browser notes.
    expect(faults.filter((fault) => !/403/.test(fault))).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!browser)('for everyone', () => {
  it.each([
    [1440, 'standard', ['/notice_flow']],
    [390, 'senior', ['', '/notice_flow', '/nothing']],
  ] as const)('at %i px the public pages in %s size have nothing cut at 200 % and no serious finding', async (width, view, paths) => {
    const { page, context, faults } = await open(width);
    for (const path of paths) {
      const address = `${served.url}/public/${world.areaId}${path}`;
      await page.goto(`${address}?view=${view}`);
      expect(page.url()).toBe(address);
      expect.soft(await serious(page), path).toEqual([]);
      // A reader's own enlargement on top of the page's.
      await page.evaluate(() => {
        document.documentElement.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
      });
      expect.soft(await sideways(page), `${path} at 200 %`).toBeLessThanOrEqual(0);
      await page.goto(address);
      expect(await page.locator('html').getAttribute('class'), 'the size chosen stays').toBe(view);
    }
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
    await context.close();
  });

  it('every link of the notice is reached by keyboard', async () => {
    const { page, context } = await open();
    await page.goto(`${served.url}/public/${world.areaId}/notice_flow`);
    const links = await page.locator('a').count();
    const reached = new Set<string>();
    for (let i = 0; i < links + 8; i += 1) {
      await page.keyboard.press('Tab');
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
      if (href) reached.add(href);
    }
    const all = await page.locator('a').evaluateAll((found) => found.map((one) => one.getAttribute('href')));
    expect([...new Set(all)].filter((href) => !reached.has(href ?? ''))).toEqual([]);
    await context.close();
  });

  it('audits a file that is dropped, and marks what disagrees', async () => {
    const { page, context, faults } = await open();
    await page.goto(at('audit'));
    const text = '关于2022年12月监测情况的通报\n\n全县共检查网站44家，合格39家，合格率87.8%。\n';
    await page.getByLabel('选择要核对的文件').setInputFiles({ name: '通报.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.locator('.stated-disagrees').getByText('87.8%').waitFor();
    await page.locator('.audit-list').getByText('88.6%').first().waitFor();
    await page.locator('.stated-disagrees').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载核对页' }).click();
    expect((await download).suggestedFilename()).toBe('通报（核对）.html');
    const lines = ['关于2022年12月监测情况的通报', '全县共检查网站44家，合格39家，合格率87.8%。'];
    const word = Buffer.from(await docxOf(lines)).toString('base64');
    // As a mouse drops it: the page gets the file in the event.
    const dropped = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], '通报.docx'));
      return transfer;
    }, word);
    await page.getByText('把通报文件拖到这里，或点击选择').dispatchEvent('drop', { dataTransfer: dropped });
    const commented = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载加批注的 Word' }).click();
    const file = await commented;
    expect(file.suggestedFilename()).toBe('通报（核对）.docx');
    const parts = await openParts(await readFile(await file.path()));
    expect(
      all(await parts('word/mingcha-comments.xml'), 'w:comment')
        .map(wordText)
        .join(),
    ).toContain('88.6%');
    await page
      .getByLabel('选择要核对的文件')
      .setInputFiles({ name: '空.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x\0') });
    await page.getByRole('alert').waitFor();
    expect(faults.filter((fault) => !/400/.test(fault))).toEqual([]);
    await context.close();
  });

  it.each([
    [1440, 'notice_quarterly/edit'],
    [390, 'notice_quarterly/edit'],
    [390, 'notice_flow'],
    [390, '../audit'],
  ])('at %i px the page %s has no serious finding and does not scroll sideways', async (width, path) => {
    const { page, context } = await open(width);
    await page.goto(at(`notices/${path}`));
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    if (path.endsWith('/edit')) await page.locator('.paragraph-field').first().click();
    expect.soft(await serious(page), path).toEqual([]);
    expect.soft(await sideways(page), path).toBeLessThanOrEqual(0);
    await context.close();
  });
});
