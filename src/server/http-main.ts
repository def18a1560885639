import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../app/config.ts';
import { openApp } from '../app/open.ts';
import { buildServer } from './app.ts';

// Entry of the HTTP process. The supervisor has started the database and built the pages.
const root = process.env.MINGCHA_ROOT ?? join(import.meta.dirname, '..', '..');
const config = readConfig(process.env, root);
const app = await openApp(config, { adoptOnly: true });
const server = await buildServer(app, join(root, 'web', 'dist'));
await server.listen({ host: config.host, port: config.port });
const { port } = server.server.address() as AddressInfo;
const host = config.host.includes(':') ? `[${config.host}]` : config.host;
console.log(JSON.stringify({ ready: true, url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/` }));

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await server.close();
  await app.close();
  // The channel to the supervisor would keep the process alive.
  if (process.connected) process.disconnect();
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
