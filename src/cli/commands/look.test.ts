import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { runTypeScript } from '../../../tests/support/run-typescript.ts';
import { type Page, smallSite } from '../../collect/testing/small-site.ts';

const PAGES: Record<string, Page> = { '/': '<title>某县</title><a href="/a">甲</a><a href="/gone">乙</a>', '/a': '<a href="/">首页</a>' };

let folder: string;
let site: Awaited<ReturnType<typeof smallSite>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-look-'));
  site = await smallSite(PAGES);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** The command in a process of its own. A browser is unpacked in a home only where the case is about it. */
function look(
  args: readonly string[],
  own: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const [command, rest] = runTypeScript('src/cli/main.ts', 'look', ...args);
  const set = { MINGCHA_HOME: folder, MINGCHA_ALLOW_NETWORKS: '127.0.0.0/8', MINGCHA_BROWSER: 'off', ...own };
  const child = spawn(command, rest, { env: { ...process.env, ...set } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

describe('mingcha look', () => {
  it.concurrent('prints one JSON line and answers 1 when something is wrong', async ({ expect }) => {
    const home = join(folder, 'browser-home');
    const args = [`${site.origin}/`, '--json', '--no-evidence', '--pace', '0', '--concurrency', '4'];
    const { code, out } = await look(args, { MINGCHA_HOME: home, MINGCHA_BROWSER: 'on' });
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report).toMatchObject({ site: `${site.origin}/`, verdict: 'fail', pages: 2, images: { checked: 0, dead: [] }, columns: [] });
    expect(report.links).toMatchObject({
      checked: 3,
      dead: [
        {
          url: `${site.origin}/gone`,
          status: 404,
          reason: 'gone',
          foundOn: [{ url: `${site.origin}/`, text: '乙' }],
          looks: ['gone', 'gone'],
        },
      ],
      notRun: [],
    });
    expect(report).toHaveProperty('marks');
    expect(report.seconds).toBeGreaterThan(0);
    expect(report.peakMb).toBeGreaterThan(10);
    // Nothing but the unpacked browser, which the next look finds ready.
    expect((await readdir(home)).filter((name) => name !== 'browser')).toEqual([]);
  });

  it.concurrent('writes page, list and evidence, and says so in a calm summary', async ({ expect }) => {
    const [html, csv] = [join(folder, '报告.html'), join(folder, '问题.csv')];
    const { code, out, err } = await look([`${site.origin}/`, '--html', html, '--csv', csv]);
    expect(code).toBe(1);
    expect(out).toContain('结果：发现问题');
    expect(out).toContain(`报告：${html}`);
    expect(err).toContain('查看 100%');
    expect(await readFile(html, 'utf8')).toContain('怎么改');
    expect(await readFile(csv, 'utf8')).toContain('打不开');
    expect(await readdir(join(folder, 'look'))).toEqual([`127.0.0.1_${site.port}`]);
  });

  it.concurrent.for<[args: string[], allow: string, code: number, message: string]>([
    [['http://127.0.0.1/'], '', 6, 'MINGCHA_ALLOW_NETWORKS'],
    [['ftp://a.gov.cn/'], '', 2, '不是网址'],
    [['http://a.gov.cn/', '--pace', '0'], '', 2, '至少相隔 100 毫秒'],
    [['http://127.0.0.1/', '--max-pages', '很多'], '', 2, '--max-pages 的值“很多”不是整数'],
    [['http://127.0.0.1/', '--columns', '没有.csv'], '', 4, '打不开文件'],
    [['http://127.0.0.1/', '--sheet', '没有'], '', 4, '没有名为“没有”的检查方案'],
  ])('%j answers its exit code', async ([args, allow, code, message], { expect }) => {
    const ended = await look(args, { MINGCHA_ALLOW_NETWORKS: allow });
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(message);
  });

  it.concurrent('a site that cannot be reached is no success', async ({ expect }) => {
    const gone = await smallSite({});
    await gone.close();
    const { code, out } = await look([`${gone.origin}/`, '--no-evidence']);
    expect(code).toBe(8);
    expect(out).toContain('结果：未能查看（首页没有打开：无法建立连接）');
  });
});
