import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../app/config.ts';
import { openApp } from '../../app/open.ts';
import { playSamples } from '../../app/sample/play-samples.ts';
import { SAMPLES, type SampleId } from '../../app/sample/world.ts';
import { MingchaError } from '../../core/error.ts';
import { buildWeb } from '../build-web.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { lockHome } from '../lock-home.ts';
import { out, say } from '../print.ts';
import { startProgress } from '../progress.ts';
import { type Supervised, supervise } from '../supervise.ts';
import { untilStopped } from '../until-stopped.ts';

const NO_SAMPLE = 'none';

export const command: Command = {
  name: 'start',
  summary: '启动明察：数据库、网页、定时监测、采集；首次运行演示示例地区的监测月',
  arguments: '',
  count: [0, 0],
  options: {
    sample: { value: '示例', help: `首次运行载入的示例：${[...Object.keys(SAMPLES), NO_SAMPLE].join('、')}；默认 langxi-2022` },
    once: { help: '示例跑完即停，不留下服务' },
  },
  examples: ['npm start', 'npm start -- --sample none', 'MINGCHA_PORT=8080 npm start'],
  async run(input) {
    const sample = sampleOption(input);
    const { config, root } = input;
    mkdirSync(config.home, { recursive: true });
    const unlock = lockHome(config.home);
    const stopped = untilStopped();
    const stopping = new AbortController();
    void stopped.then(() => stopping.abort());
    say('明察正在启动……');
    // Opening first brings the schema up to date before anybody else looks at it; it also stops the database at the end.
    const app = await openApp(config);
    say(config.databaseUrl === null ? '  数据库已就绪（随程序安装的 PostgreSQL）' : '  数据库已就绪（DATABASE_URL）');
    const children: Supervised[] = [];
    try {
      await buildWeb(root);
      children.push(...startProcesses(config, root));
      const [server] = await Promise.all(children.map((child) => child.ready));
      const url = String(server?.url ?? '');
      say(`  网页、定时监测、采集进程已就绪：${url}`);
      if (sample !== null) await showSample(app, root, sample, stopping.signal);
      if (input.values.once || stopping.signal.aborted) return undefined;
      out(`网页地址：${url}`);
      out('按 Ctrl-C 停止。');
      await stopped;
      return undefined;
    } finally {
      say('正在停止……');
      await Promise.all(children.map((child) => child.stop()));
      await app.close();
      unlock();
      say('已全部停止，数据都已保存。');
    }
  },
};

function sampleOption(input: CommandInput): SampleId | null {
  const value = textOption(input, 'sample') ?? 'langxi-2022';
  if (value === NO_SAMPLE) return null;
  if (value in SAMPLES) return value as SampleId;
  throw new MingchaError('usage', `没有名为“${value}”的示例。`, `可选：${[...Object.keys(SAMPLES), NO_SAMPLE].join('、')}。`);
}

/** Server first: its readiness tells the address. */
function startProcesses(config: Config, root: string): Supervised[] {
  const main = (name: string): Supervised =>
    supervise({ name, script: join(root, 'src', 'server', `${name}-main.ts`), logFolder: join(config.home, 'logs') });
  return [main('http'), main('scheduler'), main('worker')];
}

async function showSample(app: Awaited<ReturnType<typeof openApp>>, root: string, sample: SampleId, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const { name } = SAMPLES[sample];
  const progress = startProgress(`示例 ${name}`);
  try {
    const result = await playSamples(app, root, sample, (step) => progress.update(step.done, step.total, step.label), signal);
    progress.end();
    if (result === null) return;
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    if (result.lived > 0)
      say(`  ${name}：${result.lived} 个监测日，用时 ${Math.round((performance.now() - started) / 1000)} 秒，本进程内存峰值 ${peak} MB`);
    for (const notice of result.notices) {
      out(`${notice.label}《${notice.title}》`);
      for (const path of notice.paths) out(`  ${path}`);
    }
  } catch (error) {
    progress.end();
    if (signal.aborted) return;
    throw error;
  }
}
