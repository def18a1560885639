import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MingchaError } from '../core/error.ts';

/** Only one supervisor a data folder. A lock whose process is gone (kill -9) is taken over. Answers the unlocking. */
export function lockHome(home: string): () => void {
  const path = join(home, 'mingcha.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(path, 'utf8'));
    if (isRunning(holder))
      throw new MingchaError(
        'conflict',
        `明察已经在运行（进程 ${holder}，数据目录 ${home}）。`,
        '请直接打开它的网页地址；要重新启动，先在原来的终端按 Ctrl-C。',
      );
    rmSync(path, { force: true });
  }
  throw new MingchaError('conflict', '另一个明察正在同时启动。', '请稍等几秒再运行一次。');
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container nobody may reap the dead; they look alive to a signal. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return false;
  }
}
