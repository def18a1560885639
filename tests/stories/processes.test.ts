import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import type { App } from '../../src/app/open.ts';
import { startRun } from '../../src/app/runs/start-run.ts';
import { startWorker } from '../../src/app/runs/start-worker.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { connect } from '../../src/store/connect.ts';
import { adoptServer, type Server } from '../../src/store/embedded/server.ts';
import { startQueue } from '../../src/store/queue.ts';
import { writeRegister } from '../../src/store/register.ts';
import { findRun, runId } from '../../src/store/runs.ts';
import type { Db } from '../../src/store/schema.ts';
import { putSetting } from '../../src/store/settings.ts';
import { listTargets } from '../../src/store/targets.ts';
import { listTrail } from '../../src/store/trail.ts';
import { siteId } from '../../src/subjects/channel.ts';
import { columnId } from '../../src/subjects/column.ts';
import { testDatabase } from '../support/database.ts';
import { type GatedSite, startGatedSite } from '../support/gated-site.ts';
import {
  freePort,
  health,
  kill,
  killHard,
  newHome,
  PARTS,
  type Part,
  parts,
  pidOf,
  pidsOf,
  processesOf,
  type Running,
  run,
  until,
} from '../support/installation.ts';
import { WORLD } from '../support/store-world.ts';

const DAY = '2022-11-30';
const AREA = WORLD.county.id;
const RUN = runId(AREA, DAY, 'daily');
const START = ['mingcha', 'start', '--sample', 'none'];
const ALL = Object.keys(PARTS) as Part[];
const UNLIMITED = 1e9;

beforeAll(() => buildWeb());

describe('an installation whose processes are killed one after the other', () => {
  const { home, clear } = newHome();
  let env: Record<string, string>;
  let url: string;
  let main: Running;
  let site: GatedSite;
  let undisturbed: string[];

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    env = { MINGCHA_HOME: home, MINGCHA_PORT: String(port), MINGCHA_ALLOW_NETWORKS: '127.0.0.0/8' };
    site = await startGatedSite();
    undisturbed = await lookUndisturbed(site, join(home, '..'));
  });
  afterAll(async () => {
    await clear();
    await site?.close();
  });

  const back = (part: Part, was: number) => until(() => pidsOf(home, part).some((pid) => pid !== was), `${part} is back after ${was}`);

  it('starts every part as a process of its own, says so in Chinese, and answers', async () => {
    main = run(START, env);
    await main.until('按 Ctrl-C 停止。');
    expect(main.said()).toContain(`明察正在启动……\n  数据库已就绪（随程序安装的 PostgreSQL）\n  网页、定时监测、采集进程已就绪：${url}\n`);
    expect(main.said()).toContain(`网页地址：${url}\n`);
    expect(parts(home)).toEqual(ALL);
    expect(await health(url)).toMatchObject({ ok: true });
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    const password = /一次性密码 (\S+?)（/.exec(main.said())?.[1];
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'admin', password }) };
    expect(await (await fetch(`${url}api/sign-in`, init)).json()).toMatchObject({ state: 'in', mustChange: true });
    const asked = {
      areaIds: null,
      ofNoArea: true,
      thing: null,
      act: 'terminal/start',
      name: null,
      from: null,
      to: null,
      limit: 9,
      offset: 0,
    };
    const { rows } = await withDatabase(home, (db) => listTrail(db, asked));
    expect(rows).toMatchObject([{ outcome: 'ok', given: { sample: 'none' } }]);
  });

  it('refuses a second start on the same data and leaves the first in peace', async () => {
    const second = run(START, { ...env, MINGCHA_PORT: '0' });
    expect(await second.ended).toBe(5);
    expect(second.said()).toContain(`明察已经在运行（进程 ${pidOf(home, 'supervisor')}，数据目录 ${home}）。`);
    expect(await health(url)).toMatchObject({ ok: true });
  });

  it('brings back its server, scheduler and worker by itself, at the same address', async () => {
    const killed = (['http', 'scheduler', 'worker'] as const).map((part) => [part, killHard(home, part)] as const);
    for (const [part, was] of killed) await back(part, was);
    await until(async () => (await health(url))?.ok === true, 'the page answers again');
  });

  it('brings back a database that was killed, and the others find it', async () => {
    const was = killHard(home, 'postgres');
    await back('postgres', was);
    await until(async () => (await health(url))?.ok === true, 'the page answers again');
    // One that was just beginning may have had to begin once more.
    await until(() => parts(home).join() === ALL.join(), 'every part is there');
  });

  it('gives a scan from worker to worker without loss: handed back on Ctrl-C, taken over after kill -9 of worker and supervisor', async () => {
    await withDatabase(home, (db) => register(db, site.port));
    // A second worker gets the scan: the first is held still.
    const other = run(['mingcha', 'worker'], env);
    await other.until('采集进程已启动');
    const first = pidOf(home, 'worker', main);
    kill(first, 'SIGSTOP');
    await sleep(300);
    site.letThrough(60);
    await withDatabase(home, beginRun);
    await until(() => factsAtLeast(home, 10), 'facts of the second worker');
    other.ctrlC();
    expect(await other.ended).toBe(0);
    expect(other.said()).toContain('手头的查看会交还队列');
    // Put back, so that the first has it at once and not after the time granted to the dead.
    expect(await withDatabase(home, queued)).toEqual([{ state: 'created', due: true }]);
    kill(first, 'SIGCONT');
    const before = site.answered();
    site.letThrough(60);
    await until(() => site.answered() > before + 30, 'the first worker goes on');

    const supervisor = pidOf(home, 'supervisor', main);
    kill(first, 'SIGKILL');
    kill(supervisor, 'SIGKILL');
    await until(() => parts(home).join() === 'postgres', 'the children end by themselves');
    const database = pidOf(home, 'postgres');
    site.letThrough(UNLIMITED);
    main = run(START, env);
    await main.until('按 Ctrl-C 停止。');
    expect(pidOf(home, 'postgres')).toBe(database);
    await withDatabase(home, async (db) => {
      await until(async () => (await findRun(db, RUN))?.state === 'done', 'the scan that was killed ends');
      expect(await listTargets(db, RUN)).toMatchObject([{ state: 'done', reason: null }]);
      expect(await db.selectFrom('scanRun').select('id').execute()).toEqual([{ id: RUN }]);
      expect(await factsOf(db)).toEqual(undisturbed);
    });
  });

  it('lets one day of an area be looked at beside the others, and Ctrl-C takes only that back', async () => {
    await withDatabase(home, (db) => putSetting(db, AREA, 'clock', 'real'));
    site.letThrough(0);
    // It answers nobody, not even about robots.txt: whoever looks at it has to be able to let go.
    const day = run(['mingcha', 'run', WORLD.county.name], env);
    // The scheduler may have the same site asked.
    await day.until('监测 0%');
    await until(() => site.waiting() > 0, 'the site is asked');
    day.ctrlC();
    expect(await day.ended).toBe(9);
    expect(day.said()).toContain('错误：监测被中断，已看过的内容都已保存。\n下一步：重新运行同一条命令，从中断处继续。');
    expect(parts(home)).toEqual(ALL);
  });

  it('stops everything on Ctrl-C, also the database it adopted, and keeps the data', async () => {
    main.ctrlC();
    expect(await main.ended).toBe(0);
    expect(readFileSync(join(home, 'logs', 'worker.log'), 'utf8')).not.toContain('could not be put back in time');
    expect(main.said()).toMatch(/正在停止……\n已全部停止，数据都已保存。\n$/);
    expectNothingLeft(home);
    expect(await health(url)).toBeNull();
  });
});

describe('an installation that is stopped, and not only by Ctrl-C', () => {
  const { home, end, clear } = newHome();
  const env = { MINGCHA_HOME: home, MINGCHA_PORT: '0' };
  // One that failed leaves nothing running to the next.
  afterEach(end);
  afterAll(clear);

  it('listens on a free port when asked for none, and stops for SIGTERM to npm alone', async () => {
    const main = run(['npm', 'start', '--', '--sample', 'none'], env);
    await main.until('按 Ctrl-C 停止。');
    const url = /网页地址：(\S+)/.exec(main.said())?.[1] as string;
    expect(await health(url)).toMatchObject({ ok: true });
    const http = killHard(home, 'http');
    await until(() => pidsOf(home, 'http').some((pid) => pid !== http), 'http is back');
    await until(async () => (await health(url))?.ok === true, 'the address stays what was printed');
    main.child.kill('SIGTERM');
    await main.ended;
    await until(() => processesOf(home).length === 0, 'everything has ended');
    expectNothingLeft(home);
  });

  it('stops for SIGINT to the boot script alone while it is still starting', async () => {
    const main = run(START, env);
    await main.until('明察正在启动');
    main.child.kill('SIGINT');
    expect(await main.ended).toBe(9);
    expectNothingLeft(home);
  });

  it('stops when npm is killed hard, and a new start waits for it', async () => {
    const main = run(['npm', 'start', '--', '--sample', 'none'], env);
    await main.until('按 Ctrl-C 停止。');
    main.child.kill('SIGKILL');
    const next = run([...START, '--once'], env);
    expect(await next.ended).toBe(0);
    expectNothingLeft(home);
  });

  it('names the port that is taken and what to do, and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const main = run(START, { MINGCHA_HOME: home, MINGCHA_PORT: String(port) });
    expect(await main.ended).toBe(8);
    taken.close();
    expect(main.said()).toContain(`错误：端口 ${port} 已被别的程序占用`);
    expect(main.said()).toContain('MINGCHA_PORT=7080 npm start');
    expectNothingLeft(home);
  });
});

describe.concurrent('a start that cannot be', () => {
  const homes: ReturnType<typeof newHome>[] = [];
  const home = (): string => {
    homes.push(newHome());
    return homes.at(-1)?.home as string;
  };
  afterAll(() => Promise.all(homes.map(({ clear }) => clear())));

  it('tells a worker that there is nothing to work for', async ({ expect }) => {
    const worker = run(['mingcha', 'worker'], { MINGCHA_HOME: home() });
    expect(await worker.ended).toBe(8);
    expect(worker.said()).toContain('数据库没有在运行');
  });

  it('says what is wrong with DATABASE_URL', async ({ expect }) => {
    const main = run(START, { MINGCHA_HOME: home(), DATABASE_URL: 'postgresql://u@127.0.0.1:1/x', MINGCHA_PORT: '0' });
    expect(await main.ended).toBe(8);
    expect(main.said()).toMatch(/错误：数据库不能使用：连接被拒绝[^\n]*\n下一步：请检查 DATABASE_URL/);
  });

  it('says so when the data folder cannot be one', async ({ expect }) => {
    const file = join(home(), 'file');
    writeFileSync(file, '');
    const main = run(START, { MINGCHA_HOME: file });
    expect(await main.ended).toBe(8);
    expect(main.said()).toMatch(/^错误：数据目录 \S+ 不能写入：[^\n]*它不是目录。\n下一步：[^\n]*MINGCHA_HOME[^\n]*\n$/);
  });
});

describe.concurrent('the command line', () => {
  it.each([
    [['mingcha', '--help'], 0, '退出码：'],
    [['npx', 'mingcha', '--help'], 0, '用法：mingcha 命令'],
    [['mingcha', '开始'], 2, '没有“开始”这个命令。'],
    [['mingcha', 'start', '--sample', 'mars'], 2, '可选：langxi-2022、cangxi-2020-q1、none。'],
    [['mingcha', 'worker', '--fast'], 2, '没有选项 --fast'],
    [['mingcha', 'run', '--json'], 2, '{"error":{"code":"usage","message":"“mingcha run”需要：地区。","next":"'],
  ])('%j ends with %i', async (command, code, text) => {
    const main = run(command, {});
    expect(await main.ended).toBe(code);
    expect(main.said()).toContain(text);
  });
});

/** One site with one column on the gated server, in an area of the simulated clock: loopback may be looked at, without pause. */
async function register(db: Db, port: number): Promise<void> {
  const address = `http://127.0.0.1:${port}/`;
  const site = { ...WORLD.site, id: siteId(AREA, 'disclosure_site', WORLD.housing.name, address), url: address };
  const column = { ...WORLD.column, siteId: site.id, id: columnId(site.id, ['政策文件']), path: ['政策文件'], parentId: null, level: 1 };
  await writeRegister(db, { ...WORLD.register, sites: [site], columns: [{ ...column, url: `${address}zwgk/` }], accounts: [] });
  await putSetting(db, AREA, 'clock', 'simulated');
}

async function beginRun(db: Db, url: string): Promise<void> {
  const queue = await startQueue(url, () => undefined);
  await startRun(appOf(db, url, ''), queue, AREA, DAY, 'daily');
  await queue.stop();
}

/** The same scan with nobody killed: what the other has to come to. */
async function lookUndisturbed(site: GatedSite, folder: string): Promise<string[]> {
  const database = await testDatabase();
  const app = appOf(database.db, database.url, folder);
  await register(database.db, site.port);
  const worker = await startWorker(app, () => undefined);
  site.letThrough(UNLIMITED);
  await beginRun(database.db, database.url);
  await until(async () => (await findRun(database.db, RUN))?.state === 'done', 'the undisturbed scan ends');
  await worker.stop();
  const facts = await factsOf(database.db);
  await database.drop();
  site.letThrough(0);
  expect(facts.length).toBeGreaterThan(100);
  return facts;
}

function appOf(db: Db, databaseUrl: string, home: string): App {
  return {
    db,
    databaseUrl,
    blobs: folderStore(join(home, 'evidence')),
    config: { home, databaseUrl, allowNetworks: [], host: '127.0.0.1', port: 0, contact: null },
    now: () => new Date().toISOString(),
    close: async () => undefined,
  };
}

/** Every fact with its content: the id is the hash of it. */
async function factsOf(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('fact').select(['kind', 'source', 'at', 'id']).execute();
  return rows.map(({ kind, source, at, id }) => `${kind} ${source} ${at} ${id}`).sort();
}

/** What waits in the queue or is in hand, of the run. */
async function queued(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select state, start_after <= now() as due from pgboss.job where state < 'completed' and data ->> 'runId' = ${RUN}`.execute(db);
  return rows;
}

async function factsAtLeast(home: string, count: number): Promise<boolean> {
  return withDatabase(home, async (db) => (await factsOf(db)).length >= count);
}

async function withDatabase<T>(home: string, work: (db: Db, url: string) => Promise<T>): Promise<T> {
  let server: Server | null = null;
  // One that takes long to answer is no other than one that is not there.
  await until(async () => {
    server = await adoptServer(home);
    return server !== null;
  }, 'the database answers');
  const { url } = server as unknown as Server;
  const db = connect(url, { max: 2 });
  try {
    return await work(db, url);
  } finally {
    await db.destroy();
  }
}

/** No process, no socket, no mark of a running supervisor. */
function expectNothingLeft(home: string): void {
  expect(processesOf(home)).toEqual([]);
  expect(existsSync(join(home, 'mingcha.pid'))).toBe(false);
  const files = readdirSync(join(home, 'postgres'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.s\.PGSQL|postmaster\.pid/.test(file))).toEqual([]);
}
