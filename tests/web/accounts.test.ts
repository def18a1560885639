import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { accountMatter } from '../../src/contract/endpoints/account-matter.ts';
import { accounts } from '../../src/contract/endpoints/accounts.ts';
import { matrices } from '../../src/contract/endpoints/matrices.ts';
import { menus } from '../../src/contract/endpoints/menus.ts';
import { statements } from '../../src/contract/endpoints/statements.ts';
import type { Person } from '../support/people.ts';
import { type AccountsWorld, accountsWorld } from './accounts-world.ts';
import { openPage, startBrowser } from './browser.ts';
import { type Served, serveApp } from './serve.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const browser: Browser | null = await startBrowser();
let served: Served;
let world: AccountsWorld;
let unit: Person;
const office: Person = { name: '王敏' };

beforeAll(async () => {
  if (browser) await buildWeb();
  served = await serveApp(browser ? PAGES : null);
  world = await accountsWorld(served.app);
  unit = { role: 'unit', name: '李强', areaId: world.areaId, unitId: world.unitId };
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function ask(who: Person, path: string, body?: object | Uint8Array): Promise<Response> {
  const signedIn = await served.as(who);
  if (body === undefined) return signedIn.fetch(`/api/areas/${world.areaId}${path}`);
  const file = body instanceof Uint8Array;
  return signedIn.fetch(`/api/areas/${world.areaId}${path}`, {
    method: 'POST',
    headers: { 'content-type': file ? 'application/octet-stream' : 'application/json' },
    body: file ? Buffer.from(body) : JSON.stringify(body),
  });
}
const said = async <T>(shape: { parse(value: unknown): T }, answer: Promise<Response>): Promise<T> =>
  shape.parse(await (await answer).json());

describe('accounts over HTTP', () => {
  it('R17: accounts without interaction, and those nobody recorded, are told apart', async () => {
    const { rows } = await said(accounts.output, ask(office, '/accounts'));
    expect(rows.filter(({ functions }) => functions !== null && !functions.includes('interact')).map(({ name }) => name)).toEqual(
      world.matrix.filter((_, i) => i % 2 === 0).map(({ name }) => name),
    );
    expect(rows.filter(({ functions }) => functions === null)).toHaveLength(44);
  });

  it('R11: an item on four of six parts of a matrix shows two missing, with the days after the first', async () => {
    const { rows } = await said(matrices.output, ask(office, '/matrices?period=2022-12'));
    const [item] = rows[0]?.items ?? [];
    const missing = world.matrix.slice(4).map(({ id }) => id);
    expect([item?.missing, item?.on.map(({ lag }) => lag)]).toEqual([missing, [0, 1, 2, 3]]);
  });

  it('M12: a menu entry newer than the limit passes, one wider than the phone is flagged and goes into the ledger', async () => {
    const id = world.matrix[0]?.id ?? '';
    const shot = (await (await ask(unit, `/accounts/${id}/menu/pictures`, PNG)).json()) as { id: string };
    const entry = {
      target: 'https://m.example.gov.cn/',
      opens: 'yes',
      lastContentOn: '2022-12-01',
      limit: 'P6M',
      screenWidth: 390,
      shownWhole: null,
    };
    const entries = [
      { ...entry, path: ['政务公开', '通知公告'], neededWidth: 390, pictureId: shot.id },
      { ...entry, path: ['政务公开', '办事指南'], neededWidth: 980, pictureId: null },
    ];
    expect((await ask(unit, `/accounts/${id}/menu`, { entries })).status).toBe(200);
    const row = (await said(menus.output, ask(unit, '/menus'))).rows.find(({ accountId }) => accountId === id);
    expect(row?.entries.map(({ verdict, faults }) => [verdict.code, faults.map(({ code }) => code)])).toEqual([
      ['pass', []],
      ['fail', ['cut']],
    ]);
    expect(await (await ask(office, `/accounts/${id}/menu/problems`, {})).json()).toEqual({ raised: 1 });
    const picture = await ask(office, `/accounts/${id}/menu/pictures/${shot.id}`);
    expect([picture.headers.get('content-type'), Buffer.from(await picture.arrayBuffer()).equals(PNG)]).toEqual(['image/png', true]);
  });

  it('R06: an account found in the wild is listed apart as 未备案, outside the base, and cannot be set in operation', async () => {
    const before = await said(accounts.output, ask(office, '/accounts'));
    const unfiled = ({ rows }: typeof before) =>
      rows.filter(({ state }) => state.code === 'unfiled').map(({ name, inBase }) => [name, inBase]);
    const wanted = { unitId: world.unitId, platform: 'weibo', name: '白水校园', reason: '巡查时发现' };
    const { id } = (await (await ask(office, '/account-matters/found', wanted)).json()) as { id: string };
    const after = await said(accounts.output, ask(office, '/accounts'));
    expect(unfiled(after).toSorted()).toEqual([...unfiled(before), ['白水校园', false]].toSorted());
    expect([after.rate, after.rows.filter(({ inBase }) => inBase).length]).toEqual([
      before.rate,
      before.rows.filter(({ inBase }) => inBase).length,
    ]);
    const found = after.rows.find(({ name }) => name === '白水校园');
    const opened = await ask(office, `/accounts/${found?.id}/state`, { state: 'in_operation', from: '2022-12-27' });
    expect([opened.status, ((await opened.json()) as { message: string }).message]).toEqual([422, expect.stringContaining('没有备案')]);
    // Filing or closing is offered to who holds it.
    const { acts } = await said(accountMatter.output, ask(unit, `/account-matters/${id}`));
    expect(acts.map(({ code }) => code)).toEqual(['asked', 'chose_closing']);
  });

  it('R08: cancelled with proof, found alive at the recheck: the task is open again, and its history shows both', async () => {
    const { rows } = await said(accounts.output, ask(unit, '/accounts'));
    const accountId = rows.find(({ id, state }) => state.code === 'in_operation' && !world.matrix.some((one) => one.id === id))?.id;
    const asked = { accountId, kind: 'cancel', name: null, purpose: '', person: '', phone: '', reason: '长期无力维护' };
    const { id } = (await (await ask(unit, '/account-matters', asked)).json()) as { id: string };
    const act = async (who: Person, what: string, more: object = {}) => {
      const answer = await ask(who, `/account-matters/${id}/acts`, { act: what, note: '已办', ...more });
      expect([what, answer.status]).toEqual([what, 200]);
      return accountMatter.output.parse(await answer.json());
    };
    await act(office, 'granted');
    const proof = (await (await ask(unit, `/account-matters/${id}/proofs?fileName=${encodeURIComponent('注销截图.png')}`, PNG)).json()) as {
      id: string;
    };
    await act(unit, 'reported', { proofIds: [proof.id] });
    const watched = await act(office, 'accepted', { from: '2022-12-27' });
    expect([watched.state.code, watched.dueOn]).toEqual(['watching', '2023-02-25']);
    const { now } = served.app;
    served.app.now = () => '2023-02-27T02:00:00.000Z';
    const again = await act({ role: 'centre', name: '陈静', areaId: world.areaId }, 'rechecked_alive', { note: '手机上仍能打开' });
    served.app.now = now;
    expect(again.state.code).toBe('in_hand');
    expect(again.events.map((event) => event.act.code)).toEqual(['asked', 'granted', 'reported', 'accepted', 'rechecked_alive']);
  });

  it('S01: a channel without a signed statement is listed, until the person named signs', async () => {
    const channelId = world.matrix[0]?.id ?? '';
    const state = async () =>
      (await said(statements.output, ask(office, '/statements?year=2022'))).rows.find((row) => row.channelId === channelId)?.state.code;
    const sign = (who: Person) => ask(who, `/statements/${channelId}/signature`, { year: 2022 });
    expect(await state()).toBe('none');
    const person = { year: 2022, person: unit.name, post: '股长', phone: '0563-7020001' };
    expect((await ask(unit, `/statements/${channelId}/person`, person)).status).toBe(200);
    expect((await sign({ ...unit, name: '别人' })).status, 'the person named signs').toBe(422);
    const unsigned = await state();
    expect((await sign(unit)).status).toBe(200);
    expect([unsigned, await state()]).toEqual(['unsigned', 'signed']);
  });

  it('a unit reaches its own and nothing else', async () => {
    const mine = await said(accounts.output, ask(unit, '/accounts'));
    expect(new Set(mine.rows.map((row) => row.unit.id))).toEqual(new Set([world.unitId]));
    const other = (await said(accounts.output, ask(office, '/accounts'))).rows.find((row) => row.unit.id !== world.unitId);
    expect((await ask(unit, `/accounts/${other?.id}/functions`, { functions: [] })).status).toBe(404);
    const asked = { unitId: other?.unit.id, platform: 'app', name: '别家', purpose: '', person: '', phone: '', reason: '' };
    expect((await ask(unit, '/account-matters/open', asked)).status).toBe(403);
    expect((await ask(unit, '/account-matters/found', { ...asked, reason: '甲' })).status).toBe(403);
    expect((await ask(unit, '/matrices')).status).toBe(403);
    expect((await ask({ ...unit, role: 'reader', unitId: null }, '/account-matters/open', asked)).status).toBe(403);
  });

  it.each(['accounts', 'account-matters', 'statements', 'menus'])('%s as a workbook', async (name) => {
    const answer = await ask(office, `/${name}.xlsx`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });
});

async function withPage(who: Person, query: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await openPage(browser as Browser, 1440, await served.as(who));
  await page.goto(`${served.url}/areas/${world.areaId}/accounts${query}`);
  await page.locator('h1').waitFor();
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
}

/** Nothing wider than a telephone, nothing a reader of screens stumbles over. With pictures asked for: at the three widths. */
async function expectFits(page: Page, name: string): Promise<void> {
  const shots = process.env.MINGCHA_SHOTS;
  for (const width of shots ? [1440, 1024, 390] : [390]) {
    await page.setViewportSize({ width, height: 900 });
    if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
    expect([name, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([name, 0]);
  }
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([name, grave.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []]);
}

const VIEWS: readonly (readonly [string, string, string])[] = [
  ['accounts', '?platform=app', '白水矩阵app'],
  // R17: the filter itself; whose functions nobody recorded is not said to lack any.
  ['no-interaction', '?lacks=interact', '符合条件 3 个；另有'],
  ['matters', '?view=matters', '未办结'],
  ['output', '?view=output&period=2022-12', '没有标明'],
  ['statements', '?view=statements&q=第9局', '未明确责任人'],
  ['menus', '?view=menus&q=第9局', '没有查看过'],
  ['matrices', '?view=matrices&period=2022-12', '缺 2 处'],
  ['practices', '?view=practices&period=2022-Q4', '海报、漫画、直播'],
  ['new-matter', '?view=matters&new=found', '登记后按“未备案”单独列出'],
];
/** Views made of the same tables, by what they say. */
const TABS: readonly (readonly [string, string])[] = [
  ['同步公开', '没有采集到门户网站的信息'],
  ['转载', '未转载'],
  ['活动', '没有发布'],
  ['互动', '4500余'],
  ['采集情况', '数据完整到'],
];

describe.skipIf(browser === null)('the page 政务新媒体', () => {
  it('R05, R07: a unit asks, the office files, the unit opens; then it is closed with proof and report', async () => {
    await withPage(unit, '?view=matters&new=open', async (page) => {
      const form = page.getByRole('form', { name: '申请开设账号' });
      await form.getByLabel('账号名称').fill('白水住建');
      await form.getByLabel('用途').fill('发布住建政务信息');
      await form.getByLabel('责任人').fill('李强');
      await form.getByRole('button', { name: '提出申请' }).click();
      await page.getByText('待审核备案').first().waitFor();
      await page.getByText('办理过程').waitFor();
    });
    await withPage(office, '?view=matters&only=mine', async (page) => {
      await page.getByRole('button', { name: '白水住建' }).click();
      await page.getByRole('button', { name: '同意备案', exact: true }).click();
      await page.getByLabel('备案号').fill('白政媒备〔2022〕1号');
      await page.getByRole('button', { name: '确认同意备案' }).click();
      await page.getByText('已备案，待投入运行').first().waitFor();
      await expectFits(page, 'matter');
    });
    await withPage(unit, '?view=matters', async (page) => {
      await page.getByRole('button', { name: '白水住建' }).click();
      await page.getByRole('button', { name: '确认投入运行' }).click();
      await page.getByText('办结', { exact: true }).first().waitFor();
    });
    const { rows } = await said(accounts.output, ask(unit, '/accounts'));
    const made = rows.find(({ name }) => name === '白水住建');
    expect([made?.state.code, made?.inBase, made?.filingNumber]).toEqual(['in_operation', true, '白政媒备〔2022〕1号']);
    const asked = { accountId: made?.id, kind: 'close', name: null, purpose: '', person: '', phone: '', reason: '职能并入县融媒体中心' };
    const { id } = (await (await ask(unit, '/account-matters', asked)).json()) as { id: string };
    expect((await ask(office, `/account-matters/${id}/acts`, { act: 'granted', note: '' })).status).toBe(200);
    await withPage(unit, '?view=matters&only=open', async (page) => {
      await page.getByRole('button', { name: '白水住建' }).click();
      await page.getByLabel('办理情况').fill('已在平台关停');
      expect(await page.getByRole('button', { name: '确认报备' }).isDisabled()).toBe(true);
      await page.getByLabel('上传截图或扫描件').setInputFiles({ name: '关停截图.png', mimeType: 'image/png', buffer: PNG });
      await page.getByText('已上传 1 份').waitFor();
      await page.getByRole('button', { name: '确认报备' }).click();
      await page.getByText('待接受报备').first().waitFor();
    });
    await withPage(office, '?view=matters&only=mine', async (page) => {
      await page.getByRole('button', { name: '白水住建' }).click();
      await page.getByRole('button', { name: '确认接受报备' }).click();
      await page.getByText('办结', { exact: true }).first().waitFor();
      const matter = await said(accountMatter.output, ask(office, `/account-matters/${id}`));
      expect(matter.events.map(({ act }) => act.code)).toEqual(['asked', 'granted', 'reported', 'accepted']);
    });
  });

  it(
    'every view and form fits',
    () =>
      withPage(office, '', async (page) => {
        await page.getByText('计入基数的账号').waitFor();
        for (const [name, query, words] of VIEWS) {
          await page.goto(`${served.url}/areas/${world.areaId}/accounts${query}`);
          await page.getByText(words).first().waitFor();
          await expectFits(page, `accounts-${name}`);
        }
        await page.goto(`${served.url}/areas/${world.areaId}/accounts?view=matrices&period=2022-12`);
        for (const [tab, words] of TABS) {
          await page.getByRole('link', { name: tab, exact: true }).click();
          await page.getByText(words).first().waitFor();
        }
        await page.goto(`${served.url}/areas/${world.areaId}/accounts?account=${world.matrix[0]?.id}`);
        await page.getByText('用途和责任人').first().waitFor();
        await expectFits(page, 'account');
        await page.goto(`${served.url}/areas/${world.areaId}/accounts?view=menus&account=${world.matrix[1]?.id}`);
        await page.getByRole('button', { name: '再加一条' }).click();
        await expectFits(page, 'menu-form');
      }),
    120_000,
  );
});
