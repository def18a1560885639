import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { seriousFindings } from '../support/axe.ts';
import type { SignedIn } from '../support/people.ts';
import { png } from '../support/pictures.ts';
import { openPage, startBrowser } from './browser.ts';
import { type RectifyWorld, seedRectify } from './rectify-world.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let world: RectifyWorld;
let office: SignedIn;
let unit: SignedIn;
let other: SignedIn;

beforeAll(async () => {
  if (browser) await buildWeb();
  served = await serveApp(browser ? PAGES : null);
  world = await seedRectify(served);
  const { areaId } = world;
  office = await served.as({ name: '王敏', areaId });
  unit = await served.as({ name: '李强', role: 'unit', areaId, unitId: world.unitId });
  const { unitId } = await served.app.db.selectFrom('problem').select('unitId').where('id', '=', world.otherId).executeTakeFirstOrThrow();
  other = await served.as({ name: '赵倩', role: 'unit', areaId, unitId });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** `refused`: what the browser says of an answer the test wants to be a refusal. */
async function withPage(who: SignedIn, width: number, path: string, work: (page: Page) => Promise<void>, refused?: RegExp): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, width, who);
  await page.goto(`${served.url}${path}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults.filter((fault) => !refused?.test(fault))).toEqual([]);
  await context.close();
}

/** Nothing is wider than the screen at any of the widths; pictures on demand. */
async function expectFits(page: Page, name: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env.MINGCHA_SHOTS) {
      mkdirSync(process.env.MINGCHA_SHOTS, { recursive: true });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(process.env.MINGCHA_SHOTS, `${name}-${width}.png`), fullPage: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}
const WIDTHS = [1440, 1024, 390];

describe.skipIf(browser === null)('rectification on the pages', () => {
  it('a unit begins on its own page, which says in one sentence what is expected today', () =>
    withPage(unit, 1440, '/', async (page) => {
      expect(page.url()).toContain('/my-unit');
      const sentence = await page.locator('.expected').innerText();
      expect(sentence).toBe('今天有1件已逾期、3件待签收、1件今天到期、2件明天到期、1份整改情况扫描件待报、1项工作要求下一个工作日到期。');
      expect(await page.locator('.matter').first().innerText()).toContain('已逾期1个工作日');
      await expectFits(page, 'my-unit', WIDTHS);
      expect(await seriousFindings(page)).toEqual([]);
    }));

  it('on a telephone it signs, answers with a picture, and has one thing less to do', () =>
    withPage(
      unit,
      390,
      `/areas/${world.areaId}/my-unit`,
      async (page) => {
        await page.getByRole('button', { name: '签收全部 3 件' }).click();
        await page.getByText('件待签收').waitFor({ state: 'detached' });
        await page.locator('.matter').first().click();
        await page.getByLabel('整改情况', { exact: true }).fill('已更正电话和地址，页面已重新发布');
        // What is being written outlives a reload in mid-work.
        await page.reload();
        expect(await page.getByLabel('整改情况', { exact: true }).inputValue()).toBe('已更正电话和地址，页面已重新发布');
        // A slow line: what is written is not sent without the file that is on its way; one that is refused holds up no other.
        let pass = (): void => undefined;
        const held = new Promise<void>((resolve) => {
          pass = resolve;
        });
        await page.route('**/proofs?*', async (route) => {
          await held;
          await route.continue();
        });
        const image = { name: '截图.png', mimeType: 'image/png', buffer: Buffer.from(png(9, { size: 64 })) };
        await page
          .locator('input[type=file]')
          .last()
          .setInputFiles([{ ...image, name: '坏图.png', buffer: Buffer.from('not a picture') }, image]);
        expect(await page.getByRole('button', { name: '材料传完后可提交' }).isDisabled()).toBe(true);
        pass();
        await page.getByText('“坏图.png”没有上传').waitFor();
        await page.getByText('截图.png', { exact: true }).waitFor();
        await expectFits(page, 'answer', [390]);
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('button', { name: '提交整改情况' }).click();
        await page.getByText('已更正电话和地址，页面已重新发布').first().waitFor();
        await page.getByRole('button', { name: 'Close' }).or(page.locator('.ant-drawer-close')).first().click();
        await page.getByText('1件已逾期').waitFor({ state: 'detached' });
      },
      /status of 400/,
    ));

  it('a name longer than the telephone pushes no field out of a form', () =>
    withPage(unit, 390, `/areas/${world.areaId}/accounts?view=matters&new=open`, async (page) => {
      await page.getByRole('form', { name: '申请开设账号' }).waitFor();
      expect(await page.locator('.ant-drawer-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
    }));

  it('the office sees claim, finding and proof apart, rechecks and strikes off', () =>
    withPage(office, 1440, `/areas/${world.areaId}/ledger?problem=${world.problemId}`, async (page) => {
      const part = page.getByRole('region', { name: '整改', exact: true });
      await part.getByText('未复核').waitFor();
      await page.waitForFunction(() => (document.querySelector('.proofs img') as HTMLImageElement | null)?.naturalWidth === 64);
      await expectFits(page, 'acts', WIDTHS);
      await page.setViewportSize({ width: 1440, height: 900 });
      await part.getByRole('button', { name: '登记复核结果' }).click();
      await part.getByLabel('复核情况').fill('电话可以接通，地址一致');
      // Nothing is chosen for anybody: a fault struck off by a slip is a problem missed.
      await part.getByText('还没有填写：复核结果', { exact: true }).waitFor();
      expect(await part.getByRole('button', { name: '登记复核结果' }).last().isDisabled()).toBe(true);
      await part.getByRole('radio', { name: '已整改' }).check();
      expect(await seriousFindings(page)).toEqual([]);
      await part.getByRole('button', { name: '登记复核结果' }).last().click();
      await part.getByText('是（2022-12-27 王敏复核）').waitFor();
      await part.getByRole('button', { name: /^销\s*号$/ }).click();
      await part
        .getByRole('button', { name: /^销\s*号$/ })
        .last()
        .click();
      await page.getByText('已销号').first().waitFor();
    }));

  it('the office hands over several in one go', () =>
    withPage(office, 1440, `/areas/${world.areaId}/ledger?status=handed_over`, async (page) => {
      for (const n of [0, 1]) await page.locator('.rows tbody input[type=checkbox]').nth(n).check();
      const bar = page.getByRole('region', { name: '批量办理' });
      await bar.getByText('已选 2 个').waitFor();
      await bar.getByRole('button', { name: /^交\s*办$/ }).click();
      await bar.getByText('工作日数').click();
      expect(await seriousFindings(page)).toEqual([]);
      await bar.getByRole('button', { name: '交办 2 个问题' }).click();
      await bar.waitFor({ state: 'detached' });
    }));

  it('the office sees of 44 units who has handed in the sealed report', () =>
    withPage(office, 1440, `/areas/${world.areaId}/rectification`, async (page) => {
      await page.getByText('涉及 44 个单位，已上报 0 个').waitFor();
      // What was handed over beside the notice can be asked for too.
      await page.getByRole('button', { name: '要求上报单独交办的问题' }).click();
      await page.getByLabel('上报期限').waitFor();
      await expectFits(page, 'reports', WIDTHS);
      expect(await seriousFindings(page)).toEqual([]);
    }));

  it('the stock of a month adds up on the page, and a number opens what it counts', () =>
    withPage(office, 1440, `/areas/${world.areaId}/stock`, async (page) => {
      const sum = page.locator('tfoot td');
      expect(await sum.allInnerTexts()).toEqual(['0', '49', '0', '1', '48', '0']);
      await expectFits(page, 'stock', WIDTHS);
      expect(await seriousFindings(page)).toEqual([]);
      await sum.nth(3).getByRole('link').click();
      await page.getByText('销号', { exact: false }).first().waitFor();
      await page.getByText('共 1 条').first().waitFor();
    }));
});

describe('the same over HTTP', () => {
  const api = (path: string): string => `/api/areas/${world.areaId}${path}`;
  const post = (who: SignedIn, path: string, body: unknown) =>
    who.fetch(api(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const hand = (who: SignedIn, path: string, bytes: Uint8Array) =>
    who.fetch(api(path), { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Blob([Buffer.from(bytes)]) });

  it('a proof is saved, never rendered, but for pictures, which no page of ours can be made of', async () => {
    const path = `/problems/${world.otherId}/proofs`;
    const added = (await (await hand(other, `${path}?fileName=a.svg`, png(5))).json()) as { id: string; fileName: string };
    expect(added.fileName).toBe('a.png');
    const saved = await other.fetch(api(`${path}/${added.id}`));
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
    const shown = await office.fetch(api(`${path}/${added.id}/picture`));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    for (const address of [`${path}/${added.id}`, `${path}/${added.id}/picture`, `/problems/${world.otherId}/rectification`])
      expect((await unit.fetch(api(address))).status).toBe(404);
    expect((await hand(unit, `${path}?fileName=a.png`, png(6))).status).toBe(404);
  });

  it('U03: the office sees all units, hands over, decides, rechecks, strikes off, urges; a unit does none of it for another', async () => {
    const id = world.otherId;
    const problemIds = [id];
    const unitId = other.user.unitId as string;
    const say = { reason: '已打开页面核对' };
    const [answer, dispute, receive] = [`/problems/${id}/answer`, `/problems/${id}/dispute`, '/problems/receive'];
    const prompt = { kind: 'task', heading: '报送自查情况', text: '请于月底前报送', dueOn: null, unitIds: [unitId] };
    const reminder = { unitId, day: '2022-12-27', channel: '电话', addressee: '赵倩' };
    // What the office may do and, in between, the unit itself; the unit beside tries every one of them first.
    const acts: [SignedIn, string, object, number][] = [
      [other, receive, { problemIds }, 404],
      [other, dispute, { text: '栏目已移交' }, 404],
      [office, '/problems/decide', { problemIds, decision: 'upheld', ...say }, 403],
      [other, answer, { text: '已更正' }, 404],
      [office, '/problems/recheck', { problemIds, result: 'not', ...say }, 403],
      [other, answer, { text: '再次更正' }, 404],
      [office, '/problems/recheck', { problemIds, result: 'fixed', ...say }, 403],
      [office, '/problems/close', { problemIds }, 403],
      [office, '/problems/decide', { problemIds, decision: 'reopened', ...say }, 403],
      [office, '/problems/hand-over', { problemIds, by: '别人', role: 'unit' }, 403],
      [office, '/reminders', reminder, 403],
      [office, '/prompts', prompt, 403],
    ];
    for (const [who, path, body, refused] of acts) {
      expect([path, (await post(unit, path, body)).status]).toEqual([path, refused]);
      expect([path, (await post(who, path, body)).status]).toEqual([path, 200]);
    }
    expect((await post(unit, '/problems/look', { problemIds })).status).toBe(403);
    // Nobody says who acts.
    const history = (await (await office.fetch(api(`/problems/${id}`))).json()) as { events: { by: { name: string } }[] };
    expect(history.events.at(-1)?.by.name).toBe('王敏');
    for (const path of [`/my-unit?unitId=${unitId}`, `/units/${unitId}/rectification-report/form?about=notice:notice_december`]) {
      expect((await unit.fetch(api(path))).status).toBe(403);
      const seen = await office.fetch(api(path));
      expect(seen.status).toBe(200);
      await seen.arrayBuffer();
    }
    const units = async (who: SignedIn, path: string) =>
      ((await (await who.fetch(api(path))).json()) as { rows: { id?: string; unit?: { id: string } }[] }).rows.map(
        (row) => row.unit?.id ?? row.id,
      );
    // What a notice handed over, in the ledger: of everybody to the office, of its own to the unit.
    const handed = (who: SignedIn) => units(who, '/problems?notice=notice_december&size=200');
    expect([(await handed(office)).length, new Set(await handed(unit))]).toEqual([49, new Set([world.unitId])]);
    expect([(await units(office, '/unit-posts')).length, await units(unit, '/unit-posts')]).toEqual([46, [world.unitId]]);
    expect([(await units(office, '/rectification-reports')).length, await units(unit, '/rectification-reports')]).toEqual([
      44,
      [world.unitId],
    ]);
  });

  it('U12: the bureau hands a problem of its field over to a department, and the office sees it; of another field it sees none', async () => {
    const bureau = await served.as({ name: '刘审批', role: 'bureau', areaId: world.areaId, fields: ['text_error'] });
    const { rows } = (await (await bureau.fetch(api('/problems'))).json()) as { rows: { id: string }[] };
    expect(rows).toHaveLength(1);
    const [id = ''] = rows.map((row) => row.id);
    expect((await post(bureau, '/problems/hand-over', { problemIds: [id], clause: '办事指南专项' })).status).toBe(200);
    expect((await post(bureau, '/problems/hand-over', { problemIds: [world.otherId] })).status).toBe(404);
    expect((await post(bureau, '/problems/close', { problemIds: [id] })).status).toBe(403);
    const seen = (await (await office.fetch(api(`/problems/${id}`))).json()) as {
      events: { act: { code: string }; by: { name: string } }[];
    };
    expect(seen.events.at(-1)).toMatchObject({ act: { code: 'handed_over' }, by: { name: '刘审批' } });
  });

  it('U09: a unit whose only person is disabled stands among those without one, the same day', async () => {
    const person = await served.as({ name: '孙负责', role: 'unit', areaId: world.areaId, unitId: other.user.unitId, post: 'person' });
    const posts = async () => {
      const answer = (await (await office.fetch(api('/unit-posts'))).json()) as {
        rows: { id: string; gaps: { code: string }[] }[];
        counts: { noPerson: number };
      };
      return [answer.counts.noPerson, answer.rows.find(({ id }) => id === other.user.unitId)?.gaps.map(({ code }) => code)];
    };
    const [before] = await posts();
    const administrator = await served.as({ name: '管理员', areaId: world.areaId, administers: true });
    const json = { 'content-type': 'application/json' };
    const disabled = await administrator.fetch(`/api/users/${person.user.id}/disable`, {
      method: 'POST',
      headers: json,
      body: '{"disabled":true}',
    });
    expect(disabled.status).toBe(200);
    expect(await posts()).toEqual([Number(before) + 1, ['person-left', 'no-deputy']]);
  });

  it('the sealed report: form as Word, refused naming what is missing, list as a workbook', async () => {
    const place = (what: string): string => `/units/${world.unitId}/rectification-report${what}?about=notice:notice_december`;
    const form = await unit.fetch(api(place('/form')));
    expect(form.headers.get('content-type')).toContain('wordprocessingml');
    await form.arrayBuffer();
    const refused = await hand(unit, place(''), Buffer.from('%PDF-1.7'));
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { faults: unknown[] }).faults.length).toBeGreaterThan(0);
    const list = await office.fetch(api('/rectification-reports.xlsx'));
    expect(
      Buffer.from(await list.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
