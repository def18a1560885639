import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What a server was asked for and gave, since it was last reset. */
export interface Served {
  requests: number;
  pages: number;
  bytes: number;
  unchanged: number;
  connections: number;
}

/** Whether nginx can be run here. */
export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore', env: withSbin() });
    return true;
  } catch {
    return false;
  }
}

const withSbin = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` });

/**
 * nginx in front of the bench server: files come from nginx, what is broken on purpose from `defects` behind it.
 * Counts come from its own log.
 */
export async function serveByNginx(
  site: string,
  folder: string,
  defects: string,
): Promise<{ origin: string; stats(): Served; reset(): void; close(): void }> {
  const home = join(folder, 'nginx');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const port = await freePort();
  const log = join(home, 'access.log');
  writeFileSync(join(home, 'nginx.conf'), configuration({ port, site, defects, home, log }));
  const child = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: withSbin(),
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin, child);
  return {
    origin,
    stats: () => counted(readFileSync(log, 'utf8')),
    reset: () => truncateSync(log),
    close: () => void child.kill('SIGTERM'),
  };
}

/** An upstream that breaks the connection off without an answer shows as 502; 444 breaks off ours as well. */
function configuration({
  port,
  site,
  defects,
  home,
  log,
}: {
  port: number;
  site: string;
  defects: string;
  home: string;
  log: string;
}): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${home}/${name};`).join('\n');
  return `
daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log crit;
events { worker_connections 1024; }
http {
${temporary}
  types { text/html html htm; text/css css; text/javascript js; image/png png; image/svg+xml svg; image/gif gif; image/jpeg jpg jpeg; text/plain txt; application/pdf pdf; application/xml xml; application/json json; }
  default_type application/octet-stream;
  log_format count '$status $body_bytes_sent $connection';
  access_log ${log} count buffer=64k flush=200ms;
  sendfile on; tcp_nopush on; keepalive_timeout 60s; keepalive_requests 1000000;
  upstream defects { server ${defects.slice('http://'.length)} max_fails=0; keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    root ${site};
    index index.html;
    absolute_redirect off;
    location /_d/ {
      proxy_pass http://defects;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_redirect off;
      proxy_next_upstream off;
      proxy_buffering off;
      error_page 502 =444 @broken;
    }
    location @broken { return 444; }
  }
}
`;
}

/** Lines of status, bytes and connection. */
function counted(log: string): Served {
  const connections = new Set<string>();
  const served = { requests: 0, pages: 0, bytes: 0, unchanged: 0, connections: 0 };
  for (const line of log.split('\n')) {
    const [status, bytes, connection] = line.split(' ');
    if (connection === undefined) continue;
    served.requests += 1;
    served.bytes += Number(bytes);
    if (status === '304') served.unchanged += 1;
    connections.add(connection);
  }
  return { ...served, connections: connections.size };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await fetch(`${origin}/index.html`).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nginx does not answer');
}
