import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { writeRegister } from '../../src/store/register.ts';
import { seriousFindings } from '../support/axe.ts';
import type { SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let clerk: SignedIn;

beforeAll(async () => {
  await buildWeb();
  served = await serveApp(PAGES);
  clerk = await served.as();
  await writeRegister(served.app.db, WORLD.register);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const NUMBER = '11010519491231002X';
const DRAFT = `关于发放临时救助的公示\n\n现将救助对象公示如下。\n姓名：王某，身份证号：${NUMBER}。\n联系人：李某，手机13812345678，身份证号：${NUMBER}。\n`;
const post = (bytes: string, name: string, path = '/api/proof', more = '') =>
  clerk.fetch(`${served.url}${path}?name=${encodeURIComponent(name)}${more}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new TextEncoder().encode(bytes),
  });

describe('the proofreading of a draft over the wire', () => {
  it('answers findings with the names of layer and kind, and never a number in the clear', async () => {
    const response = await post(DRAFT, '公示.txt');
    const words = await response.text();
    const report = JSON.parse(words) as { findings: { start: number; end: number; kindName: string }[]; layers: unknown[] };
    expect(report.findings.map(({ start, end }) => DRAFT.slice(start, end))).toContain(NUMBER);
    expect(report.findings[0]?.kindName).toBe('居民身份证号码');
    expect([report.layers.length, words.includes(NUMBER)]).toEqual([7, false]);
  });

  it.each([
    ['a program', 'MZ\0\u0001\u0002\0\0', '程序.exe'],
    ['a page without words', '<html><body></body></html>', '页.html'],
  ])('says clearly what it cannot read: %s', async (_, bytes, name) => {
    const response = await post(bytes, name);
    expect([response.status, ((await response.json()) as { next: string }).next.length > 0]).toEqual([400, true]);
  });

  it('gives a Word copy with comments, without those the reader has dismissed', async () => {
    const comments = async (more: string) => {
      const zip = await JSZip.loadAsync(await (await post(DRAFT, '公示.txt', '/api/proof/copy', `&as=docx${more}`)).arrayBuffer());
      const parts = Object.keys(zip.files).filter((name) => /comments/.test(name));
      return (await Promise.all(parts.map((name) => zip.file(name)?.async('string')))).join('').split('<w:comment ').length - 1;
    };
    const [all, some] = [await comments(''), await comments(`&without=${DRAFT.indexOf(NUMBER)}`)];
    expect([all > 1, some]).toEqual([true, all - 1]);
  });
});

const open = (width = 1440) => openPage(browser as Browser, width, clerk);
const address = () => `${served.url}/areas/${WORLD.county.id}/proof`;
const list = (page: Page) => page.locator('.proof-item');

async function paste(page: Page, text: string) {
  await page.goto(address());
  await page.getByLabel('把文稿粘贴到这里').fill(text);
  await page.getByRole('button', { name: '校对', exact: true }).click();
  await page.locator('.proof-paper').waitFor();
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(!browser)('the page 文稿校对', () => {
  it('marks what may be wrong; keys go through it, take a suggestion and dismiss; the corrected text is copied', async () => {
    const { page, context, faults } = await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await paste(page, DRAFT);
    const count = await list(page).count();
    expect(count).toBeGreaterThan(1);
    await list(page).first().getByRole('button').first().click();
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText(`疑点 ${count} 处，已处理 2 处`).waitFor();
    expect(await page.locator('.proof-taken ins').innerText()).toBe('110***********002X');
    await page.getByRole('button', { name: '复制改后的文字' }).click();
    await page.getByText('已复制。').waitFor();
    const words = await page.evaluate(() => navigator.clipboard.readText());
    expect(words).toBe(DRAFT.replace(NUMBER, '110***********002X'));
    await list(page).first().getByRole('button', { name: '撤销' }).click();
    await page.getByText(`疑点 ${count} 处，已处理 1 处`).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载加批注的 Word' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('粘贴的文字（校对）.docx');
    expect(
      readFileSync((await saved.path()) as string)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes a file that is dropped, says what it cannot read, and that nothing was found', async () => {
    const { page, context, faults } = await open();
    await page.goto(address());
    const input = page.getByLabel('选择要校对的文稿');
    await input.setInputFiles({ name: '空.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x\0') });
    await page.getByRole('alert').waitFor();
    await input.setInputFiles({ name: '好.txt', mimeType: 'text/plain', buffer: Buffer.from('会议今天召开。') });
    await page.getByText('没有发现疑点').waitFor();
    await page.getByRole('button', { name: '换一份文稿' }).click();
    await page.getByLabel('把文稿粘贴到这里').waitFor();
    expect(faults.filter((fault) => !/400/.test(fault))).toEqual([]);
    await context.close();
  });

  it('stays quick with fifty thousand letters and many findings', async () => {
    const { page, context } = await open();
    await page.goto(address());
    const buffer = Buffer.from(DRAFT.repeat(450));
    await page.getByLabel('选择要校对的文稿').setInputFiles({ name: '长.txt', mimeType: 'text/plain', buffer });
    await page.locator('.proof-paper').waitFor();
    await list(page).first().getByRole('button').first().click();
    for (let i = 0; i < 10; i += 1) await page.keyboard.press('j');
    await page.locator('.proof-item.stated-on').getByRole('button').first().waitFor();
    expect(await page.locator('#mark-10').getAttribute('class')).toContain('stated-on');
    // Drawn again: the two paragraphs whose marks changed, not the thousand others.
    const drawn = await page.evaluate(async () => {
      let changed = 0;
      const watch = new MutationObserver((records) => {
        changed += records.length;
      });
      watch.observe(document.querySelector('.proof-paper') as Element, { subtree: true, attributes: true, childList: true });
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return changed;
    });
    expect(drawn).toBeLessThan(10);
    await context.close();
  });

  it.each([1440, 1024, 390])('at %i px it has no serious finding and does not scroll sideways', async (width) => {
    const { page, context } = await open(width);
    await page.goto(address());
    await page.locator('h1').waitFor();
    expect.soft(await seriousFindings(page), 'before').toEqual([]);
    await paste(page, DRAFT);
    await list(page).first().getByRole('button').first().click();
    await page.keyboard.press('x');
    expect.soft(await seriousFindings(page), 'after').toEqual([]);
    expect.soft(await sideways(page)).toBeLessThanOrEqual(0);
    await context.close();
  });
});
