import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../app/config.ts';
import { openApp } from '../app/open.ts';
import { buildServer } from './app.ts';
import { listen } from './listen.ts';
import { runProcess } from './process.ts';

/** Nobody waits longer for a page; a query must not go on for a reader who has left. */
const QUERY_LIMIT_MS = 120_000;

/** The HTTP process. The supervisor has started the database and built the pages. */
runProcess(async () => {
  const root = process.env.MINGCHA_ROOT ?? join(import.meta.dirname, '..', '..');
  const config = readConfig(process.env, root);
  const app = await openApp(config, { adoptOnly: true, queryLimitMs: QUERY_LIMIT_MS });
  const server = await buildServer(app, join(root, 'web', 'dist'));
  await listen(server, config);
  const { port } = server.server.address() as AddressInfo;
  return {
    ready: { pid: process.pid, port, url: `http://${reachable(config.host)}:${port}/` },
    async stop() {
      await server.close();
      await app.close();
    },
  };
});

/** An address one can type for the one we listen on. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
