import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from '../../src/app/open.ts';
import { startWorker } from '../../src/app/runs/start-worker.ts';
import { playSample, type SampleResult } from '../../src/app/sample/play-sample.ts';
import type { SampleId } from '../../src/app/sample/world.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { startQueue } from '../../src/store/queue.ts';
import { testDatabase } from './database.ts';

export interface Lived {
  app: App;
  result: SampleResult;
  close(): Promise<void>;
}

/** Lives through a sample with the real database, a real worker and the sites served over real HTTP. */
export async function liveSample(sample: SampleId): Promise<Lived> {
  const database = await testDatabase();
  const home = mkdtempSync(join(tmpdir(), 'mingcha-story-'));
  const app: App = {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(join(home, 'evidence')),
    config: { home, databaseUrl: database.url, allowNetworks: [], host: '127.0.0.1', port: 0, contact: null },
    now: () => new Date().toISOString(),
    close: async () => undefined,
  };
  const queue = await startQueue(database.url, () => undefined);
  const worker = await startWorker(app, () => undefined);
  const close = async (): Promise<void> => {
    await worker.stop();
    await queue.stop();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return { app, result: await playSample(app, queue, resolve('.'), sample, () => undefined), close };
  } catch (error) {
    await close();
    throw error;
  }
}
