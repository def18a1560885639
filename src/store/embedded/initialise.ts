import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MingchaError } from '../../core/error.ts';
import type { ServerAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { give, type Place } from './layout.ts';

const run = promisify(execFile);
/** The one role; nobody but the server's account and root can reach the socket, so it needs no password. */
export const ROLE = 'mingcha';
const HALF = 'data.new-';

/**
 * Makes the data folder if it is not there. It is built under another name and renamed when whole,
 * so a start cut off half-way leaves only rubbish that the next start clears. Call under the machine lock.
 */
export async function initialise(place: Place, binaries: Binaries, account: ServerAccount, durable: boolean): Promise<void> {
  for (const name of await readdir(place.folder)) {
    if (name.startsWith(HALF)) await rm(join(place.folder, name), { recursive: true, force: true });
  }
  if (existsSync(place.data)) return takeOver(place, account);
  const half = join(place.folder, HALF + randomBytes(4).toString('hex'));
  give(half, account);
  try {
    await run(binaries.initdb, initdbArguments(half, durable), { ...as(account), cwd: place.folder });
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    const output = (cause as { stderr?: string }).stderr ?? '';
    throw new MingchaError(
      'unavailable',
      `数据库初始化没有成功（${place.folder}）：${lastLine(output)}`,
      '请检查磁盘空间和该目录的写权限，然后重新启动；也可以设置环境变量 DATABASE_URL 改用已有的 PostgreSQL。',
      { cause },
    );
  }
  await rename(half, place.data);
}

/** Byte order for text: Chinese is sorted by stored positions, and an upgrade of the system library cannot break an index. */
function initdbArguments(folder: string, durable: boolean): string[] {
  const common = ['-D', folder, '-U', ROLE, '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums'];
  return durable ? common : [...common, '--no-sync'];
}

/** Data moved here from a machine where the account had another number. */
async function takeOver(place: Place, account: ServerAccount): Promise<void> {
  const { uid } = await stat(place.data);
  if (uid === account.uid) return;
  if (process.getuid?.() !== 0) {
    throw new MingchaError(
      'refused',
      `数据库目录 ${place.data} 属于另一个系统账户（编号 ${uid}），当前账户 ${account.name} 不能使用。`,
      `请用原来的账户（或 root）运行，或由管理员执行 chown -R ${account.name} 后再试。`,
    );
  }
  await run('chown', ['-R', `${account.uid}:${account.gid}`, place.data]);
}

export function as(account: ServerAccount): { uid: number; gid: number; env: NodeJS.ProcessEnv } {
  return { uid: account.uid, gid: account.gid, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
