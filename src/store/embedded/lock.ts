import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { MingchaError } from '../../core/error.ts';

const POLL_MS = 50;

/**
 * Runs `work` while no other process on this machine runs work under the same name.
 * The lock is a Linux abstract socket: the kernel takes it back the moment its holder dies, however it dies,
 * so there is no stale lock file to judge.
 */
export async function withMachineLock<T>(name: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(`\0mingcha/${name}`, Date.now() + waitMs);
  try {
    return await work();
  } finally {
    await new Promise((done) => lock.close(done));
  }
}

/** Takes the lock of a name at once, or answers null. It is given back by calling the answer, or by the end of this process. */
export async function tryMachineLock(name: string): Promise<(() => void) | null> {
  const lock = await tryListen(`\0mingcha/${name}`);
  // Held without keeping a process alive that has nothing else to do.
  lock?.unref();
  return lock && (() => void lock.close());
}

async function acquire(address: string, deadline: number): Promise<Server> {
  for (;;) {
    const lock = await tryListen(address);
    if (lock) return lock;
    if (Date.now() > deadline) {
      throw new MingchaError(
        'unavailable',
        '另一个明察进程正在启动或停止数据库，等待超时。',
        '请过一会儿再试；如果一直这样，请用 ps 查看是否有卡住的 mingcha 进程并结束它。',
      );
    }
    await sleep(POLL_MS);
  }
}

function tryListen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}
