import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { runTypeScript } from '../../../tests/support/run-typescript.ts';
import { smallSite } from '../../collect/testing/small-site.ts';

const DRAFT = '关于加强作风建设的通知\n\n各单位要进一步提高整治站位，压实工作责任。\n';
const PAGE = `<html><head><meta charset="utf-8"></head><body><h1>关于加强作风建设的通知</h1><p>各单位要进一步提高整治站位，压实工作责任，把各项任务落到实处。</p></body></html>`;

let folder: string;
let site: Awaited<ReturnType<typeof smallSite>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-proof-'));
  site = await smallSite({ '/zn.html': PAGE });
  await writeFile(join(folder, '稿.txt'), DRAFT);
  await writeFile(join(folder, '好.txt'), '会议今天召开，部署下半年工作。');
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function proof(
  args: readonly string[],
  { input, ...own }: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const [command, rest] = runTypeScript('src/cli/main.ts', 'proof', ...args);
  const child = spawn(command, rest, { env: { ...process.env, MINGCHA_HOME: folder, MINGCHA_ALLOW_NETWORKS: '', ...own } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  child.stdin.end(input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
const at = (name: string): string => join(folder, name);

describe.concurrent('mingcha proof', () => {
  it('reads standard input, answers offsets into it and 1 for a finding', async ({ expect }) => {
    const { code, out } = await proof(['-', '--json'], { input: DRAFT });
    const { findings } = JSON.parse(out) as { findings: { start: number; end: number; suggestion: string }[] };
    const [{ start, end, suggestion } = { start: 0, end: 0, suggestion: '' }] = findings;
    expect(code).toBe(1);
    expect(DRAFT.slice(0, start) + suggestion + DRAFT.slice(end)).toBe(DRAFT.replace('整治站位', '政治站位'));
  });

  it('answers a line each for several files; one that is missing does not keep the others', async ({ expect }) => {
    const { code, out, err } = await proof([at('稿.txt'), at('没有.docx'), at('好.txt'), '--json']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { findings?: unknown[]; error?: { code: string } });
    expect([code, lines.map(({ findings, error }) => findings?.length ?? error?.code)]).toEqual([4, [1, 'not-found', 0]]);
    expect(err).toContain('下一步');
  });

  it('prints plain Chinese and writes the copies asked for; 0 where nothing was found', async ({ expect }) => {
    const { code, out } = await proof([at('稿.txt'), '--docx', at('批注.docx'), '--html', at('校对.html')]);
    expect([code, out]).toEqual([1, expect.stringMatching(/第3行.*【.*整治.*】[\s\S]*建议：/)]);
    expect((await readFile(at('批注.docx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await readFile(at('校对.html'), 'utf8')).toContain('<mark');
    expect((await proof([at('好.txt')])).code).toBe(0);
  });

  it('opens an address through the guard only', async ({ expect }) => {
    const url = `${site.origin}/zn.html`;
    expect((await proof([url])).code).toBe(6);
    const { code, out } = await proof([url, '--json'], { MINGCHA_ALLOW_NETWORKS: '127.0.0.0/8' });
    const { text = '', findings } = JSON.parse(out) as { text?: string; findings: { start: number; end: number }[] };
    expect([code, findings.map(({ start, end }) => text.slice(start, end)).join()]).toEqual([1, expect.stringContaining('整治')]);
  });

  it.for([
    [['--layers', 'L9'], '可用的层次'],
    [['--day', '昨天'], '不是日期'],
    [[], '需要'],
  ] as const)('says what is wrong with %s', async ([args, words], { expect }) => {
    const { code, err } = await proof(args.length === 0 ? [] : [at('好.txt'), ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
