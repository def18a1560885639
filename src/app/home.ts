import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MingchaError } from '../core/error.ts';
import { sha256 } from '../core/id.ts';
import { tryMachineLock } from '../store/embedded/lock.ts';

/** A supervisor that has lost its terminal notices within a second; one that is stopping needs as long as its processes. */
const NOTICE_MS = 3_000;
const STOP_MS = 20_000;
const ASK_EVERY_MS = 200;

/** Makes the data folder (数据目录) where it is missing. Throws MingchaError 'unavailable' when it cannot be written. */
export function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new MingchaError(
      'unavailable',
      `数据目录 ${home} 不能写入：${CAUSES[code ?? ''] ?? code}。`,
      '请检查该目录的权限和磁盘，或用环境变量 MINGCHA_HOME 指定另一个目录。',
      { cause },
    );
  }
}

const CAUSES: Record<string, string> = {
  EACCES: '当前用户没有写权限',
  EPERM: '当前用户没有写权限',
  EROFS: '所在磁盘是只读的',
  ENOSPC: '磁盘已满',
  EEXIST: '同名的文件已经存在，它不是目录',
  ENOTDIR: '路径中间有一段是文件，不是目录',
  ENOENT: '上级目录不存在，也无法建立',
};

/** The right to be the one supervisor of a data folder. */
export interface HomeLock {
  /** Says that we are stopping: whoever starts meanwhile waits for us instead of giving up. */
  leave(): void;
  /** Gives the folder to the next. */
  release(): void;
}

/**
 * Only one supervisor a data folder. The lock ends with its holder, however it dies; the pid file beside the data is for
 * people and service managers. Throws MingchaError 'conflict' when another holds it and does not stop.
 */
export async function lockHome(home: string): Promise<HomeLock> {
  const pidFile = join(home, 'mingcha.pid');
  const name = `supervisor/${sha256(realpathSync(home)).slice(0, 32)}`;
  const begun = Date.now();
  let unlock = await tryMachineLock(name);
  while (unlock === null) {
    if (Date.now() - begun > (existsSync(pidFile) ? NOTICE_MS : STOP_MS)) throw alreadyRunning(home, pidFile);
    await sleep(ASK_EVERY_MS);
    unlock = await tryMachineLock(name);
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { leave: () => rmSync(pidFile, { force: true }), release: unlock };
}

function alreadyRunning(home: string, pidFile: string): MingchaError {
  const holder = existsSync(pidFile) ? `进程 ${readFileSync(pidFile, 'utf8').trim()}，` : '';
  return new MingchaError(
    'conflict',
    `明察已经在运行（${holder}数据目录 ${home}）。`,
    '请直接打开它的网页地址；要重新启动，先在原来的终端按 Ctrl-C。',
  );
}
