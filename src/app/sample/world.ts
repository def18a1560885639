import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { request } from 'undici';
import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';

/**
 * The sample areas that ship beside the program; each a folder of `samples/`. 郎溪 is looked at every second week and hands problems over
 * with its notice; 苍溪's accounts are looked at on every working day and problems handed over as they are confirmed.
 */
export const SAMPLES = {
  'langxi-2022': { area: '安徽省/郎溪县', name: '郎溪县', template: 'monthly-monitoring', looks: 'fortnightly', handsOver: 'by-notice' },
  'cangxi-2020-q1': { area: '四川省/苍溪县', name: '苍溪县', template: 'quarterly-accounts', looks: 'working-days', handsOver: 'at-once' },
} as const;
export type SampleId = keyof typeof SAMPLES;

/** Files of a sample, made for the port its sites answer on. They come in through the same door as an office's own. */
export interface SampleFiles {
  register: Uint8Array;
  settings: unknown;
  opening: unknown;
  /** What the portal states of itself; null where the sample has no volumes. */
  volumes: unknown;
}

/** The program that serves a sample's sites and feeds at a simulated moment; a process of its own that knows nothing of us. */
export interface SampleWorld {
  port: number;
  /** Moves the simulated moment; the sites answer as of then. */
  setClock(now: Instant): Promise<void>;
  stop(): Promise<void>;
}

/** Makes the import files of a sample for a port. */
export async function exportSample(root: string, sample: SampleId, port: number): Promise<SampleFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-sample-'));
  try {
    const args = [...process.execArgv, join(root, 'samples', 'export.ts'), '--area', sample, '--port', String(port), '--out', folder];
    await promisify(execFile)(process.execPath, args).catch((cause: { stderr?: string }) => {
      throw new MingchaError('internal', `示例数据没有生成：${cause.stderr?.trim()}`, '请确认程序目录完整，重新安装后再试。', { cause });
    });
    const json = (name: string): unknown => {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8'));
      } catch {
        return null; // a sample without this file
      }
    };
    return {
      register: readFileSync(join(folder, 'register.xlsx')),
      settings: json('settings.json'),
      opening: json('opening.json'),
      volumes: json('volumes.json'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the sites of a sample; port 0 takes a free one. Ends with this process. */
export async function startSampleWorld(root: string, sample: SampleId, port: number): Promise<SampleWorld> {
  const args = [
    ...process.execArgv,
    join(root, 'samples', 'serve.ts'),
    '--area',
    sample,
    '--port',
    String(port),
    '--control',
    '0',
    '--until-stdin-ends',
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const ready = await firstLine(child);
  return {
    port: ready.port,
    async setClock(now) {
      const answer = await request(ready.control, { method: 'POST', body: JSON.stringify({ now }) });
      await answer.body.dump();
      if (answer.statusCode >= 300) throw new MingchaError('internal', `示例网站没有接受日期 ${now}。`, '请重新运行。');
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.end();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ port: number; control: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.once('exit', () =>
      reject(new MingchaError('unavailable', `示例网站没有启动：${said.trim()}`, '请检查端口是否被占用，稍后重新运行。')),
    );
    if (child.stdout) createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
  });
}
