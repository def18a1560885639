import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalPerson } from '../../src/cli/terminal-person.ts';
import type { CalendarDate } from '../../src/core/date.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type HeldServer, holdServer, stopServer } from '../../src/store/embedded/server.ts';
import { listTrail } from '../../src/store/trail.ts';
import { dayWithTime } from '../support/day-with-time.ts';
import { startSmallSite } from '../support/small-site.ts';

/** What an office does from the terminal with its own area, through the real command. */
describe('an office at the terminal', () => {
  let today: CalendarDate;
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-office-'));
  let site: Awaited<ReturnType<typeof startSmallSite>>;
  let server: HeldServer;
  beforeAll(async () => {
    today = await dayWithTime();
    site = await startSmallSite(today);
    // The commands find a database that runs, as they do beside `mingcha start`; that of the other machine is started by each.
    chmodSync(folder, 0o755);
    server = await holdServer(join(folder, 'home'), { durable: false });
    const csv = (name: string, lines: string[]): void => writeFileSync(join(folder, name), lines.join('\n'));
    csv('单位.csv', ['单位名称,类别', '县政府办,办公机构', '县住建局,部门']);
    csv('网站.csv', ['网站名称,主办单位,网站类别,网址', `测试县人民政府,县政府办,政府门户网站,${site.url}`]);
    csv('栏目.csv', [
      '主办单位,网站,栏目,责任单位,网址,更新时限',
      `县政府办,测试县人民政府,工作动态,县政府办,${site.url}news/,两周`,
      `县政府办,测试县人民政府,政策解读,县住建局,${site.url}policy/,半年`,
    ]);
  });
  afterAll(async () => {
    await site?.close();
    await server?.release();
    await stopServer(join(folder, 'home'));
    rmSync(folder, { recursive: true, force: true });
  });

  function mingcha(
    args: readonly string[],
    home = 'home',
  ): Promise<{ code: number | null; out: string; said: string; json: () => Record<string, never> }> {
    // The browser has stories of its own; here it would be unpacked for pictures that nobody looks at.
    const own = { MINGCHA_HOME: join(folder, home), MINGCHA_ALLOW_NETWORKS: '127.0.0.0/8', MINGCHA_BROWSER: 'off', DATABASE_URL: '' };
    const env = { ...process.env, ...own };
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['bin/mingcha', ...args], { env });
      let out = '';
      let said = '';
      child.stdout.on('data', (text) => {
        out += text;
      });
      child.stderr.on('data', (text) => {
        said += text;
      });
      child.on('close', (code) => resolve({ code, out, said, json: () => JSON.parse(out) }));
    });
  }

  it('imports its register from plain tables, and the same again changes nothing', async () => {
    for (const file of ['单位.csv', '网站.csv', '栏目.csv']) {
      const first = await mingcha(['import', join(folder, file), '--area', '测试县', '--json']);
      expect(first.said).toBe('');
      expect(first.code).toBe(0);
    }
    const again = await mingcha(['import', join(folder, '栏目.csv'), '--area', '测试县', '--json']);
    expect(again.json()).toMatchObject({ sheets: [{ name: '栏目', added: 0, changed: 0, unchanged: 2 }] });
  });

  it('sets its profile and head', async () => {
    const done = await mingcha(['area', '测试县', '--profile', 'langxi', '--issuer', '测试县政府信息中心', '--json']);
    expect(done.json()).toMatchObject({ area: '测试县', settings: { profile: 'langxi', head: { issuer: '测试县政府信息中心' } } });
    const wrong = await mingcha(['area', '测试县', '--profile', 'mars']);
    expect([wrong.code, wrong.said]).toEqual([3, expect.stringContaining('可用的方案')]);
  });

  it('looks at the site today and finds the one overdue column', async () => {
    const run = await mingcha(['run', '测试县', '--json']);
    expect(run.said).not.toContain('错误');
    expect(run.json()).toMatchObject({ area: '测试县', day: today, channels: 1, ledger: { opened: 1 }, confirmed: null });
  });

  it('cannot close a period over findings that nobody has reviewed', async () => {
    const refused = await mingcha(['notice', '测试县', '--period', today.slice(0, 7), '--cutoff', today, '--out', join(folder, 'out')]);
    expect([refused.code, refused.said]).toEqual([6, expect.stringContaining('没有经过人工复核')]);
  });

  it('confirms, issues the notice and writes its files', async () => {
    const run = await mingcha(['run', '测试县', '--confirm', '--json']);
    expect(run.json()).toMatchObject({ confirmed: 1 });
    const notice = await mingcha([
      'notice',
      '测试县',
      '--period',
      today.slice(0, 7),
      '--cutoff',
      today,
      '--out',
      join(folder, 'out'),
      '--json',
    ]);
    expect(notice.said).toBe('');
    expect(notice.json()).toMatchObject({ issued: true, version: 1 });
    expect(
      readdirSync(join(folder, 'out'))
        .map((name) => name.split('.').at(-1))
        .sort(),
    ).toEqual(['docx', 'html', 'pdf', 'xlsx']);
  });

  it('writes the issued notice in a Word form of its own, begun from the starter', async () => {
    const form = join(folder, '本单位模板.docx');
    const listed = await mingcha(['notice', '测试县', '--template-fields', '--docx-starter', form]);
    expect([listed.code, listed.out]).toEqual([
      0,
      expect.stringMatching(/\{标题\}[\s\S]*\{#正文\}…\{\/正文\}[\s\S]*\{#附件1\}…\{\/附件1\}/),
    ]);
    const order = ['notice', '测试县', '--period', today.slice(0, 7), '--out', join(folder, 'own'), '--json'];
    const own = await mingcha([...order, '--docx-template', form]);
    expect([own.code, own.json()]).toMatchObject([0, { version: 1, officeCopies: [{ leftOut: [], disagreements: [] }] }]);
    expect(readdirSync(join(folder, 'own')).filter((name) => name.includes('（本单位版式）'))).toHaveLength(1);
    writeFileSync(form, '不是模板');
    expect(await mingcha([...order, '--docx-template', form])).toMatchObject({
      code: 3,
      said: expect.stringContaining('不是完好的 .docx'),
    });
  });

  it('refuses to look at a day that is gone, and judges it again only from evidence', async () => {
    const past = await mingcha(['run', '测试县', '--at', '2020-01-06']);
    expect([past.code, past.said]).toEqual([6, expect.stringContaining('不能作为那天的证据')]);
    const again = await mingcha(['run', '测试县', '--at', today, '--rejudge', '--json']);
    expect(again.json()).toMatchObject({ day: today, same: true });
    expect((await mingcha(['run', '别的县', '--json'])).code).toBe(4);
  });

  it('moves to another machine by backup and restore, evidence and all', async () => {
    expect((await mingcha(['backup', join(folder, 'backup'), '--json'])).code).toBe(0);
    expect((await mingcha(['backup', join(folder, 'backup')])).code).toBe(6);
    expect((await mingcha(['restore', join(folder, 'backup'), '--json'], 'other')).code).toBe(0);
    const again = await mingcha(['run', '测试县', '--at', today, '--rejudge', '--json'], 'other');
    expect(again.json()).toMatchObject({ same: true });
    expect((await mingcha(['restore', join(folder, 'backup')], 'other')).code).toBe(6);
  });

  it('finds in the trail what was changed from the terminal, and that it was brought here (S06)', async () => {
    expect((await mingcha(['area', '测试县', '--schedule', 'off'], 'other')).code).toBe(0);
    const { db, close } = await openDatabase({ home: join(folder, 'other') });
    const all = { areaIds: null, ofNoArea: true, thing: null, act: null, name: null, from: null, to: null };
    const { rows: known } = await sql<{ early: boolean }>`
      select f.at > e.at as early from problem_event e cross join json_array_elements_text(e.data -> 'evidence') as rests_on
      join fact f on f.id = rests_on where e.act = 'found'`.execute(db);
    const { rows } = await listTrail(db, { ...all, limit: 99, offset: 0 }).finally(close);
    expect(
      known.map(({ early }) => early),
      'nothing is found before its evidence',
    ).toEqual(known.map(() => false));
    expect(known.length).toBeGreaterThan(0);
    expect(rows.map(({ act, outcome }) => `${act.replace('terminal/', '')} ${outcome}`).reverse()).toEqual([
      ...Array<string>(4).fill('import ok'),
      ...['area ok', 'area bad-input', 'run ok', 'notice refused', 'run ok', 'notice ok', 'notice ok', 'notice bad-input'],
      // What has a trail already: only what was asked for since.
      ...['run refused', 'run not-found', 'restore ok', 'area ok'],
    ]);
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([`终端 ${terminalPerson(process.env)}`]));
  });

  it('says what went wrong in Chinese, with a next step and a code from the list', async () => {
    const cases: [string[], number, string][] = [
      [['fly'], 2, '没有“fly”这个命令'],
      [['import'], 2, '没有写明要导入的文件'],
      [['import', 'no-such-file.xlsx', '--area', '测试县'], 4, '打不开文件'],
      [['notice', '测试县'], 2, '没有写明是哪一期'],
      [['notice', '测试县', '--period', '2026-13'], 3, '不是有效的期'],
      [['run', '测试县', '--at', '昨天'], 2, '不是日期'],
      [['extract', 'a.html'], 2, '缺少页面的网址'],
      [['run', '测试县', '--wings'], 2, '没有选项 --wings'],
    ];
    const answers = await Promise.all(cases.map(([args]) => mingcha(args)));
    expect(answers.map(({ code, said }, i) => [code, said.includes(cases[i]?.[2] ?? '?') && said.includes('下一步：')])).toEqual(
      cases.map(([, code]) => [code, true]),
    );
  });
});
