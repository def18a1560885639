import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { USER_ROLE_CODES } from '../../src/core/role.ts';
import { all, openParts, wordText } from '../../src/notice/testing/parts.ts';
import type { Person } from '../support/people.ts';
import { png } from '../support/pictures.ts';
import { startBrowser } from '../web/browser.ts';
import { type Served, serveApp } from '../web/serve.ts';
import { filledWith, SHUT } from './month-doors.ts';
import { playScene, type Scene } from './month-scene.ts';
import { walkMenu } from './month-walk.ts';
import {
  ask,
  call,
  city,
  county,
  HANDED_IN,
  housing,
  type Inspected,
  moveTo,
  openCounty,
  PEOPLE,
  type Played,
  REJECTED,
  TYPED,
  town,
} from './month-world.ts';

/** A month of a county played by four people, from what the third party saw to the score of the year, in a real browser. */
const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist');
const browser: Browser | null = await startBrowser();
let served: Served;
let unfixed = '';
let noticeId = '';
let drawId = '';
let othersProblem = '';

beforeAll(async () => {
  if (!browser) return;
  await buildWeb();
  served = await serveApp(PAGES);
  await openCounty(served);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const who = (name: Played) => served.as(PEOPLE[name]);
const scene: Scene = (name, path, work, rest = {}) => playScene(browser as Browser, served, { name, path, work, ...rest });
const playedBy = (name: string): Played => (Object.keys(PEOPLE) as Played[]).find((one) => PEOPLE[one].name === name) as Played;
const of = (path: string): string => `/areas/${county.id}${path}`;

describe.skipIf(browser === null)('a month of a county', () => {
  // Every day rests on the one before: after the first that went wrong the rest says nothing.
  let broken = false;
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier day of the month failed');
    onTestFailed(() => {
      broken = true;
    });
  });

  it('20 December: the third party enters ten findings, and sees its own only', async () => {
    await scene('firm', '/', async (page) => {
      expect(page.url()).toContain('/raw-findings');
      await page.getByRole('button', { name: '录入一条' }).click();
      const choose = async (label: string, option: string): Promise<void> => {
        await page.getByRole('combobox', { name: label }).fill(option);
        await page.keyboard.press('Enter');
      };
      await choose('责任单位', '县住建局');
      await choose('网站、账号', '县住建局信息公开网');
      await choose('问题类别', '文字错误');
      await page.getByRole('textbox', { name: '发现了什么' }).fill(TYPED);
      await page.getByRole('button', { name: /^录\s*入$/ }).click();
      await page.getByText('已录入，等待复核').waitFor();
    });
    const firm = await who('firm');
    for (const finding of HANDED_IN) await ask(firm, '/raw-findings', finding);
    await scene('firm', of('/raw-findings'), async (page) => {
      await page.locator('.rows tbody tr').nth(9).waitFor();
      expect(await page.locator('.rows tbody tr').count()).toBe(10);
    });
  });

  it('the centre looks at eleven on the desk, confirms with one key and rejects with a reason', async () => {
    await scene('centre', of('/desk'), async (page) => {
      await page.locator('.desk-line').nth(10).waitFor();
      const lineOf = (words: string) => page.locator('.desk-line', { hasText: words });
      await lineOf('栏目1').click();
      await page.locator('.desk-frame iframe').waitFor();
      await page.keyboard.press('y');
      await lineOf('栏目1').locator('.desk-answer', { hasText: '认定为问题' }).waitFor();
      await lineOf(REJECTED[0] as string).click();
      await page.keyboard.press('n');
      await page.getByRole('button', { name: '佐证不足' }).click();
      await lineOf(REJECTED[0] as string)
        .locator('.desk-answer', { hasText: '不予认定' })
        .waitFor();
      // An answer shows before it is written.
      await expect.poll(async () => (await ask<{ total: number }>(await who('centre'), '/desk')).total).toBe(9);
    });
    // What clicking again would prove nothing about.
    const centre = await who('centre');
    const left = (await ask<{ rows: { id: string; text: string; place: string }[] }>(centre, '/desk')).rows;
    expect(left).toHaveLength(9);
    const isRejected = ({ text }: { text: string }) => text.startsWith(REJECTED[1] as string);
    const decide = (rows: typeof left, order: object) => ask(centre, '/desk-reviews', { problemIds: rows.map(({ id }) => id), order });
    await decide(left.filter(isRejected), { act: 'rejected', code: 'unproved' });
    await decide(
      left.filter((row) => !isRejected(row)),
      { act: 'confirmed' },
    );
  });

  it('the third party reads what became of its ten: eight confirmed, two rejected with the reason', () =>
    scene('firm', of('/raw-findings?answer=rejected'), async (page) => {
      await page.locator('.rows tbody tr').nth(1).waitFor();
      const rows = await page.locator('.rows tbody tr').allInnerTexts();
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(row).toContain('佐证不足');
      await page.getByText('已认定 8').waitFor();
      await page.getByText('不予认定 2').waitFor();
    }));

  it('21 December: the office hands three problems over, due in three working days', async () => {
    moveTo(served, '2022-12-21');
    await scene('office', of(`/ledger?status=confirmed&unit=${housing.id}`), async (page) => {
      await page.getByText('共 7 条').first().waitFor();
      for (const n of [0, 1, 2]) await page.locator('.rows tbody input[type=checkbox]').nth(n).check();
      const bar = page.getByRole('region', { name: '批量办理' });
      await bar.getByText('已选 3 个').waitFor();
      await bar.getByRole('button', { name: /^交\s*办$/ }).click();
      await bar.getByText('工作日数').click();
      await bar.getByRole('spinbutton', { name: '工作日数' }).fill('3');
      await bar.getByRole('button', { name: '交办 3 个问题' }).click();
      await bar.waitFor({ state: 'detached' });
    });
  });

  it('22 December: on a telephone the unit reads one sentence, signs, and answers with a picture', async () => {
    moveTo(served, '2022-12-22');
    await scene(
      'unit',
      '/',
      async (page) => {
        expect(page.url()).toContain('/my-unit');
        expect(await page.locator('.expected').innerText()).toBe('今天有3件待签收。');
        await page.getByRole('button', { name: '签收全部 3 件' }).click();
        await page.getByText('今天没有到期事项，手上还有3件在办。').waitFor();
        expect(await page.locator('.matter').first().innerText()).toContain('2022-12-26');
        await page.locator('.matter').first().click();
        await page.getByLabel('整改情况', { exact: true }).fill('已改正，页面重新发布');
        const picture = { name: '整改后.png', mimeType: 'image/png', buffer: Buffer.from(png(7, { size: 48 })) };
        await page.locator('input[type=file]').last().setInputFiles(picture);
        await page.getByText('整改后.png').waitFor();
        await page.getByRole('button', { name: '提交整改情况' }).click();
        await page.getByText(/^2022-12-22\s*李强\s*已改正/).waitFor();
      },
      { width: 390 },
    );
    const unit = await who('unit');
    const { problems } = await ask<{ problems: { id: string }[] }>(unit, '/my-unit');
    expect(problems).toHaveLength(2);
    for (const { id } of problems) await ask(unit, `/problems/${id}/answer`, { text: '已改正' });
  });

  it('23 December: the centre looks again and finds one not fixed; the office strikes the others off', async () => {
    moveTo(served, '2022-12-23');
    const office = await who('office');
    const answered = await ask<{ rows: { id: string }[] }>(office, '/problems?status=rectified');
    const [bad = '', ...good] = answered.rows.map(({ id }) => id);
    expect(good).toHaveLength(2);
    unfixed = bad;
    const others = await ask<{ rows: { id: string }[] }>(office, `/problems?unit=${town.id}`);
    othersProblem = others.rows[0]?.id ?? '';
    await scene('centre', of(`/ledger?problem=${bad}`), async (page) => {
      const part = page.getByRole('region', { name: '整改', exact: true });
      await part.getByRole('button', { name: '登记复核结果' }).click();
      await part.getByText('未整改', { exact: true }).last().click();
      await part.getByLabel('复核情况').fill('错字仍在');
      await part.getByRole('button', { name: '登记复核结果' }).last().click();
      await part.getByText('否（2022-12-23 陈静复核）').waitFor();
      expect(await part.getByRole('button', { name: /^销\s*号$/ }).count(), 'only the office strikes off').toBe(0);
    });
    await ask(await who('centre'), '/problems/recheck', { problemIds: good, result: 'fixed', reason: '已看过' });
    await scene('office', of('/ledger?status=rechecked_ok'), async (page) => {
      await page.getByRole('button', { name: '选择本页全部 2 个，批量办理' }).click();
      await page
        .getByRole('region', { name: '批量办理' })
        .getByRole('button', { name: /^销\s*号$/ })
        .click();
      await page.getByText('没有符合条件的问题').waitFor();
    });
  });

  it('28 December: the office closes the month and drafts, another approves, the office issues', async () => {
    moveTo(served, '2022-12-28');
    await scene('office', of('/notices'), async (page) => {
      await page.getByRole('button', { name: /^结\s*账$/ }).click();
      await page.getByLabel('统计截止日').fill('2022-12-27');
      await page
        .locator('form.new-notice')
        .getByRole('button', { name: /^结\s*账$/ })
        .click();
      await page.getByText(/已结账：3 个网站和账号/).waitFor();
      await page.getByRole('status').getByRole('button', { name: '起草通报' }).click();
      await page.getByLabel('通报种类').click();
      await page.getByTitle('问题和工作要求通报').click();
      await page
        .locator('form.new-notice')
        .getByRole('button', { name: /^起\s*草$/ })
        .click();
      await page.waitForURL(/\/edit$/);
      noticeId = /notices\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
      await page.getByRole('tab', { name: '版头' }).click();
      expect(await page.getByLabel('成文日期').inputValue(), 'proposed when it was drafted').toBe('2022-12-28');
      await page.goto(`${served.url}${of(`/notices/${noticeId}`)}`);
      await page.getByRole('button', { name: '送审' }).click();
      await page.getByText('王敏参与了拟稿，不能审核自己的稿子。').waitFor();
      expect(await page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    });
    await scene('second', of(`/notices/${noticeId}`), async (page) => {
      await page.getByRole('button', { name: '审核通过' }).click();
      await page.getByRole('button', { name: /^印\s*发$/ }).waitFor();
    });
    await scene('office', of(`/notices/${noticeId}`), async (page) => {
      await page.getByRole('button', { name: /^印\s*发$/ }).click();
      await page.getByRole('button', { name: '确认印发' }).click();
      await page.getByRole('button', { name: '上传盖章件' }).waitFor();
    });
  });

  it('eleven in, nine confirmed, two rejected: the same on every page and in the issued file', async () => {
    const office = await who('office');
    const steps = await ask(office, '/desk-steps?from=2022-12-01&to=2022-12-31');
    const thirdParty = { source: { code: 'third_party' }, found: 10, confirmed: 8, rejected: 2 };
    expect(steps).toMatchObject({ found: 11, waiting: 0, confirmed: 9, rejected: 2, bySource: [{ found: 1, confirmed: 1 }, thirdParty] });
    const sum = '问题台账期初0个，本期新增9个，再次发现0个，销号2个，期末7个。';
    const file = await call(office, `/notices/${noticeId}/files/docx`);
    const part = await openParts(new Uint8Array(await file.arrayBuffer()));
    const words = all(await part('word/document.xml'), 'w:p')
      .map(wordText)
      .join('\n');
    expect(words).toContain(sum);
    expect(words).toMatch(/县住建局有栏目超过规定时限未更新[\s\S]*县住建局、东河镇有文字差错/);
    expect(words, 'what the third party found is printed one by one').toMatch(/12月份问题清单[\s\S]*办事指南页有错别字/);
    await scene('office', of(`/notices/${noticeId}`), async (page) => {
      expect(await page.getByRole('article', { name: '通报正文' }).textContent()).toContain(sum);
      const opens = { '/overview': '.equation dd', '/stock': 'tfoot td' };
      for (const [path, figures] of Object.entries(opens)) {
        await page.goto(`${served.url}${of(path)}`);
        await page.locator(figures).first().waitFor();
        expect((await page.locator(figures).allInnerTexts()).slice(0, 5)).toEqual(['0', '9', '0', '2', '7']);
      }
      await page.goto(`${served.url}${of('/ledger?stock=yes')}`);
      await page.getByText('共 7 条').first().waitFor();
    });
  });

  it('29 December: the sealed report is refused while a problem has no answer, then taken in time', async () => {
    moveTo(served, '2022-12-29');
    const scan = { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') };
    await scene(
      'unit',
      of('/my-unit'),
      async (page) => {
        const report = page.locator('.reports li').first();
        await report.locator('input[type=file]').setInputFiles(scan);
        await page.getByText(/还没有反馈，不能上传扫描件/).waitFor();
      },
      { width: 390, expected: /422/ },
    );
    const unit = await who('unit');
    const { problems } = await ask<{ problems: { id: string; move: string }[] }>(unit, '/my-unit');
    const unsigned = problems.filter(({ move }) => move === 'receive').map(({ id }) => id);
    await ask(unit, '/problems/receive', { problemIds: unsigned });
    for (const { id } of problems) await ask(unit, `/problems/${id}/answer`, { text: '已改正' });
    await scene(
      'unit',
      of('/my-unit'),
      async (page) => {
        const report = page.locator('.reports li').first();
        await report.locator('input[type=file]').setInputFiles(scan);
        await page.getByText('已收到，按期上报。').waitFor();
      },
      { width: 390 },
    );
    await scene('office', of('/rectification'), async (page) => {
      await page.getByText('涉及 2 个单位，已上报 1 个').waitFor();
    });
  });

  it('30 December: rechecked problems are drawn by seed, nobody is sent to the own unit, anyone reads the result', async () => {
    moveTo(served, '2022-12-30');
    const office = await who('office');
    const answered = await ask<{ rows: { id: string }[] }>(office, `/problems?status=rectified&unit=${housing.id}`);
    const problemIds = answered.rows.map(({ id }) => id);
    await ask(office, '/problems/recheck', { problemIds, result: 'fixed', reason: '已看过' });
    await ask(office, '/problems/close', { problemIds });
    await scene('office', of('/draws'), async (page) => {
      await page.getByRole('tab', { name: '开始抽查' }).click();
      await page.getByLabel('抽取多少').fill('50');
      await page.getByLabel('随机种子').fill('20221230-0900');
      await page.getByRole('button', { name: '抽取并保存记录' }).click();
      await page.getByText('名单 7 个，抽中 4 个').waitFor();
      drawId = new URL(page.url()).searchParams.get('draw') ?? '';
      await page.getByRole('button', { name: '重新演算' }).click();
      await page.getByText('与记录一致').waitFor();
    });
    const view = async () => (await ask<{ inspection: Inspected }>(office, `/draws/${drawId}`)).inspection.drawn;
    const drawn = await view();
    expect(drawn).toHaveLength(4);
    for (const { unit, inspector, passedOver } of drawn) {
      expect(unit).toContain('县住建局');
      expect(passedOver).toEqual(['李强']);
      expect(inspector.name).not.toBe('李强');
    }
    await scene(playedBy(drawn[0]?.inspector.name ?? ''), of('/draws?view=mine'), async (page) => {
      await page.getByRole('radio', { name: '已整改' }).first().check();
      await page.getByLabel('依据').first().fill('网页截图 1');
      await page.getByRole('button', { name: '登记结果' }).first().click();
      await page.getByText('依据：网页截图 1').waitFor();
    });
    for (const { id, inspector, result } of await view()) {
      const body = { problemId: id, outcome: 'fixed', words: '', proof: '网页截图' };
      if (result === null) await ask(await who(playedBy(inspector.name)), `/draws/${drawId}/results`, body);
    }
    await scene('office', of(`/draws?draw=${drawId}`), async (page) => {
      await page.getByRole('button', { name: '公开复查结果' }).click();
      await page.getByRole('link', { name: '打开公开页面' }).waitFor();
    });
    await scene(null, `/public/${county.id}/inspections/${drawId}`, async (page) => {
      const words = await page.locator('body').innerText();
      expect(words).toContain('已整改 4 个');
      for (const { name } of Object.values(PEOPLE)) expect(words).not.toContain(name);
      expect(words).toContain('20221230-0900');
    });
  });

  it('the score of the year shows the recheck that failed, and opens what it rests on', async () => {
    await scene('office', of('/assessment?year=2022'), async (page) => {
      await page.getByTitle('县住建局：整改质量').click();
      await page.getByText(/2022年12月23日复查未整改/).waitFor();
      await page.getByRole('link', { name: '台账问题' }).click();
      await page.getByRole('heading', { name: /办理经过/ }).waitFor();
      expect(new URL(page.url()).searchParams.get('problem')).toBe(unfixed);
      await page.getByText('复核：未整改').first().waitFor();
    });
  });
});

describe.skipIf(browser === null)('the doors that are shut', () => {
  it.each(SHUT)('%s finds them shut in words by address, and by what the pages would ask', async (name, pages, calls) => {
    for (const [page, heading] of pages)
      await scene(name, of(page), async (shown) => {
        expect(await shown.locator('h1').innerText()).toBe(heading);
        await shown.getByText('没有查看这一页的权限').waitFor();
      });
    const person = await who(name);
    const fill = filledWith({ UNFIXED: unfixed, OTHER: othersProblem, NOTICE: noticeId, DRAW: drawId, TOWN: town.id });
    for (const [path, body, status] of calls) {
      const response = await call(person, fill(path), body === null ? undefined : JSON.parse(fill(JSON.stringify(body))));
      const { message } = (await response.json()) as { message: string };
      expect([path, response.status, message]).toEqual([path, status, expect.stringMatching(/[一-龥]/)]);
    }
  });

  it('who has not signed in is led to the door, which knows the way back', () =>
    scene(
      null,
      of('/ledger'),
      async (page) => {
        await page.waitForURL(/\/sign-in\?/);
        expect(new URL(page.url()).searchParams.get('back')).toBe(of('/ledger'));
        expect((await fetch(`${served.url}/api/areas/${county.id}/problems`)).status).toBe(401);
      },
      { expected: /401/ },
    ));

  it('another area is answered like one that is not there', async () => {
    for (const area of [city.id, 'area_nowhere'])
      await scene('centre', `/areas/${area}/ledger`, (page) => page.getByText('没有这个地区。').waitFor(), { expected: /40[34]/ });
  });
});

describe.skipIf(browser === null)('every page of the menu on a telephone', () => {
  it.each(USER_ROLE_CODES)('as %s: a heading, nothing wider than the screen, nothing gone wrong', async (role) => {
    const played = Object.values(PEOPLE).find((one: Person) => (one.role ?? 'office') === role);
    const person = await served.as(played ?? { name: role, role, areaId: county.id, administers: role === 'reader' });
    expect(await walkMenu(browser as Browser, served, person)).toEqual([]);
  });
});
