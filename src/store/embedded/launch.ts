import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { MingchaError } from '../../core/error.ts';
import type { ServerAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { as, lastLine } from './initialise.ts';
import { give, type Layout } from './layout.ts';
import { findPostmaster, removeStalePidFile } from './postmaster.ts';
import { answers } from './probe.ts';

/** Recovery after a hard kill replays the log before the first connection is let in. */
const START_LIMIT_MS = 120_000;
/** Children of a server killed hard hold its memory for a moment; the next server refuses until they are gone. */
const ATTEMPTS = 10;
const BETWEEN_ATTEMPTS_MS = 300;
const POLL_MS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

/** Starts the server, or waits for one that is in recovery or on its way down. Call under the machine lock. */
export async function launch(layout: Layout, binaries: Binaries, account: ServerAccount, durable: boolean): Promise<void> {
  prepareSocketFolder(layout.socketFolder, account);
  const deadline = Date.now() + START_LIMIT_MS;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await removeStalePidFile(layout.data);
    const child = findPostmaster(layout.data).state === 'none' ? await spawnServer(layout, binaries, account, durable) : null;
    if (await comesUp(layout, child, deadline)) return;
    if (Date.now() > deadline) break;
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
  const said = lastLine(await readFile(layout.log, 'utf8').catch(() => ''));
  throw new MingchaError(
    'unavailable',
    `数据库没有启动成功：${said}`,
    `请查看日志 ${layout.log}；排除原因后重新运行同一条命令即可，数据不会丢失。`,
  );
}

async function comesUp(layout: Layout, child: ChildProcess | null, deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    if (await answers(layout)) return true;
    const gone = child ? child.exitCode !== null || child.signalCode !== null : findPostmaster(layout.data).state !== 'running';
    if (gone) return false;
    await sleep(POLL_MS);
  }
  return false;
}

async function spawnServer(layout: Layout, binaries: Binaries, account: ServerAccount, durable: boolean): Promise<ChildProcess> {
  const tooLong = await stat(layout.log).then(
    ({ size }) => size > LOG_LIMIT_BYTES,
    () => false,
  );
  const log = await open(layout.log, tooLong ? 'w' : 'a', 0o640);
  try {
    const child = spawn(binaries.postgres, ['-D', layout.data, ...settings(layout, durable)], {
      ...as(account),
      cwd: layout.folder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    // Failing to start shows in exitCode; without a listener it would bring our own process down.
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** Given on the command line, so that a newer program's settings apply to older data. */
function settings(layout: Layout, durable: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: layout.socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    max_connections: '200',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A folder in /tmp may have been laid there by somebody else to listen in. */
function prepareSocketFolder(folder: string, account: ServerAccount): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = statSync(folder).uid;
  if (owner !== account.uid && owner !== process.getuid?.()) {
    throw new MingchaError(
      'refused',
      `目录 ${folder} 属于别的账户，不能用来存放数据库套接字。`,
      '请核实它由谁建立并删除该目录，或把 MINGCHA_HOME 改到较短的路径。',
    );
  }
  give(folder, account);
}
