// A worker process on a given database and folder. Started, and killed, by stories/unkillable.test.ts. It stands by until
// it is told to begin, so that the start of a process need not be waited for between two kills.
import { once } from 'node:events';
import { join } from 'node:path';
import { startWorker } from '../../src/app/runs/start-worker.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { connect } from '../../src/store/connect.ts';

const [url, home] = process.argv.slice(2) as [string, string];
const config = { home, databaseUrl: url, allowNetworks: [], host: '127.0.0.1', port: 0, contact: null, browser: false };
await once(process.stdin, 'data');
process.stdin.unref();
await startWorker(
  {
    db: connect(url),
    databaseUrl: url,
    blobs: folderStore(join(home, 'evidence')),
    config,
    now: () => new Date().toISOString(),
    close: async () => undefined,
  },
  (error) => console.error(error.message),
);
console.log('ready');
