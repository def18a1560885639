import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createListener, type Server as Listener } from 'node:net';
import { feedAnswer } from './feeds.ts';
import { SitePages } from './pages.ts';
import type { Answer } from './response.ts';
import type { Host } from './world.ts';

export interface Clock {
  /** Milliseconds since 1970 in simulated time. */
  now: number;
}

/** The sample world on the network: every host on its own loopback address, all on one port. */
export interface WorldServer {
  port: number;
  close(): Promise<void>;
}

/** Which host is meant is decided by the address a connection came in on, never by what its Host header claims. */
export async function listen(hosts: ReadonlyMap<string, Host>, port: number, clock: Clock): Promise<WorldServer> {
  const answers = new Map([...hosts].map(([address, host]) => [address, answererOf(host)] as const));
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    const answerer = answers.get(request.socket.localAddress ?? '');
    if (!answerer) {
      response.writeHead(421).end();
      return;
    }
    send(request, response, answerer(request.url ?? '/', clock.now), clock.now);
  });
  const listeners: Listener[] = [];
  let bound = port;
  try {
    for (const address of hosts.keys()) {
      const listener = await bind(server, address, bound);
      bound = (listener.address() as AddressInfo).port;
      listeners.push(listener);
    }
  } catch (error) {
    for (const listener of listeners) listener.close();
    throw error;
  }
  return {
    port: bound,
    async close() {
      for (const listener of listeners) listener.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function answererOf(host: Host): (address: string, now: number) => Answer {
  if (host.kind === 'account') return (address, now) => feedAnswer(host.model, address, now);
  const pages = new SitePages(host.model);
  return (address, now) => pages.get(address, now);
}

/** One HTTP server behind many listening sockets: each hands its connections over. */
function bind(server: Server, host: string, port: number): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const listener = createListener({ noDelay: true }, (socket) => server.emit('connection', socket));
    listener.once('error', reject);
    listener.listen(port, host, () => resolve(listener));
  });
}

function send(request: IncomingMessage, response: ServerResponse, found: Answer, now: number): void {
  response.sendDate = false;
  const modified = new Date(found.modified).toUTCString();
  const headers = { Date: new Date(now).toUTCString(), ETag: found.etag, 'Last-Modified': modified, 'Content-Type': found.type };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  if (found.status === 200 && unchanged(request, found)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(found.status, { ...headers, 'Content-Length': found.body.length });
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

/** RFC 9110: If-None-Match counts, If-Modified-Since only without it. */
function unchanged(request: IncomingMessage, found: Answer): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === found.etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Math.floor(found.modified / 1000) * 1000;
}
