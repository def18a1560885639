import { join } from 'node:path';
import type { Config } from '../../app/config.ts';
import { lockHome, makeHome } from '../../app/home.ts';
import { openApp } from '../../app/open.ts';
import { makeFirstAdministrator } from '../../app/people/first-administrator.ts';
import { inTrail } from '../../app/people/in-trail.ts';
import { playSamples } from '../../app/sample/play-samples.ts';
import { SAMPLES, type SampleId } from '../../app/sample/world.ts';
import { sealPlainSecrets } from '../../app/secrets/kept-secrets.ts';
import { MingchaError } from '../../core/error.ts';
import { buildWeb } from '../build-web.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, say } from '../print.ts';
import { startProgress } from '../progress.ts';
import { given, stopSignal, unlessStopped } from '../stop-signal.ts';
import { type Supervised, type SuperviseSpec, supervise } from '../supervise.ts';
import { lineOf } from '../traced.ts';

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
  changes: () => 'by itself',
  async run(input) {
    const sample = sampleOption(input);
    const { config } = input;
    const stopping = stopSignal();
    makeHome(config.home);
    const lock = await lockHome(config.home);
    try {
      say('明察正在启动……');
      return await serve(input, sample, stopping, () => lock.leave());
    } finally {
      lock.leave();
      lock.release();
    }
  },
};

/** Brings everything up, stays until told to stop, and takes everything down again in order, however far it came. */
async function serve(input: CommandInput, sample: SampleId | null, stopping: AbortSignal, onStop: () => void): Promise<number> {
  const { config, root } = input;
  // Opening first brings the schema up to date before anybody else looks at it; it also stops the database at the end.
  const app = await openApp(config, { keep: (trouble) => say(`  数据库：${trouble.message}`) });
  const children: Supervised[] = [];
  try {
    say(config.databaseUrl === null ? '  数据库已就绪（随程序安装的 PostgreSQL）' : '  数据库已就绪（DATABASE_URL）');
    await sealPlainSecrets(app).catch(warn);
    await unlessStopped(stopping, buildWeb(root));
    children.push(...startProcesses(config, root));
    const [server] = await unlessStopped(stopping, Promise.all(children.map((child) => child.ready)));
    const url = String(server?.url ?? '');
    say(`  网页、定时监测、采集进程已就绪：${url}`);
    const first = await inTrail(app, lineOf('start', input), async () => {
      if (sample !== null) await showSample(app, root, sample, stopping);
      stopping.throwIfAborted();
      // Only where somebody will read it: a password told to nobody lets nobody in.
      return input.values.once ? null : makeFirstAdministrator(app);
    });
    if (input.values.once) return EXIT_CODES.ok;
    if (first) out(`首次登录：用户名 ${first.login}，一次性密码 ${first.password}（只显示这一次，登录后须修改）`);
    out(`网页地址：${url}`);
    out('按 Ctrl-C 停止。');
    await given(stopping);
    return EXIT_CODES.ok;
  } catch (error) {
    if (stopping.aborted) return EXIT_CODES.interrupted;
    throw error;
  } finally {
    onStop();
    say('正在停止……');
    await Promise.all(children.map((child) => child.stop()));
    await app.close();
    say('已全部停止，数据都已保存。');
  }
}

/** Without the key of the database all goes on but second factors and channels: told, and no reason to stand still. */
function warn(error: unknown): void {
  if (!(error instanceof MingchaError)) throw error;
  say(`  注意：${error.message}${error.next}`);
}

function sampleOption(input: CommandInput): SampleId | null {
  const value = textOption(input, 'sample') ?? 'langxi-2022';
  if (value === NO_SAMPLE) return null;
  if (value in SAMPLES) return value as SampleId;
  throw new MingchaError('usage', `没有名为“${value}”的示例。`, `可选：${[...Object.keys(SAMPLES), NO_SAMPLE].join('、')}。`);
}

/** Server first: its readiness tells the address, which it keeps when it has to be started again. */
function startProcesses(config: Config, root: string): Supervised[] {
  const main = (name: string, again?: SuperviseSpec['again']): Supervised =>
    supervise({ name, script: join(root, 'src', 'server', `${name}-main.ts`), logFolder: join(config.home, 'logs'), again });
  return [main('http', ({ port }) => ({ MINGCHA_PORT: String(port) })), main('scheduler'), main('worker')];
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
  } finally {
    progress.end();
  }
}
