import { type Queue, startQueue } from '../../store/queue.ts';
import type { App } from '../open.ts';
import { startWorker } from './start-worker.ts';

/** Does one piece of work with a queue and a worker of its own, beside those that may be running: for a look from the terminal. */
export async function withOwnWorker<T>(app: App, work: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = await startQueue(app.databaseUrl, () => undefined);
  const worker = await startWorker(app, () => undefined);
  try {
    return await work(queue);
  } finally {
    await worker.stop();
    await queue.stop();
  }
}
