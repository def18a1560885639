import { randomBytes } from 'node:crypto';
import { createServer, Agent as HttpAgent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Outcome } from '../../evidence/outcome.ts';
import { parseAddress } from '../http/address.ts';
import { errorCode, outcomeOfFailure } from '../http/failure.ts';
import type { Net } from '../http/net.ts';

/** One page's way through the proxy; worth nothing to anybody else, and nothing after `revoke`. */
export interface ProxyPass {
  server: string;
  username: string;
  password: string;
  /** How the last connection to a host (`name:port`) failed; absent when it did not. */
  failure(url: URL): Outcome | null;
  /** Addresses the guard refused, in the order they were asked for. */
  refused: ReadonlySet<string>;
  revoke(): void;
}

/**
 * The only way out of our Chromium: a forward proxy on loopback that resolves names through the guard of the page's net, so that
 * what is judged is what is connected to, whoever asks: a script, a redirect, a picture, a WebSocket.
 */
export interface GuardedProxy {
  server: string;
  admit(net: Net, pageBytes: number): ProxyPass;
  close(): Promise<void>;
}

interface Guest {
  net: Net;
  agent: HttpAgent;
  sockets: Set<Duplex>;
  failures: Map<string, Outcome>;
  refused: Set<string>;
  bytesLeft: number;
}

const MANY_REFUSED = 100;
/** What a reader's browser sends to see a page; anything else changes something. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** Headers between two neighbours, not passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
/** 407 asks the browser for its password, 502 says that nothing was reached. */
const REFUSE = {
  407: 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="mingcha"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  502: 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
} as const;

export async function openProxy(): Promise<GuardedProxy> {
  const guests = new Map<string, Guest>();
  const open = new Set<Socket>();
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    const guest = guestOf(request);
    if (!guest) return void response.writeHead(407, { 'proxy-authenticate': 'Basic realm="mingcha"' }).end();
    forward(guest, request, response);
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const guest = guestOf(request);
    if (!guest) return void socket.end(REFUSE[407]);
    tunnel(guest, request.url ?? '', socket);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  });
  server.on('clientError', (_, socket) => socket.destroy());
  const guestOf = ({ headers }: IncomingMessage): Guest | undefined => guests.get(headers['proxy-authorization'] ?? '');

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server: address,
    admit(net, pageBytes) {
      const [username, password] = [randomBytes(16).toString('hex'), randomBytes(24).toString('hex')];
      const key = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const agent = new HttpAgent({ keepAlive: true, maxSockets: 6 });
      const guest: Guest = { net, agent, sockets: new Set(), failures: new Map(), refused: new Set(), bytesLeft: pageBytes };
      guests.set(key, guest);
      return {
        server: address,
        username,
        password,
        failure: (url) => guest.failures.get(hostKey(url)) ?? null,
        refused: guest.refused,
        revoke() {
          guests.delete(key);
          agent.destroy();
          for (const socket of guest.sockets) socket.destroy();
        },
      };
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const hostKey = ({ hostname, port, protocol }: URL): string => `${hostname}:${port || (/^(?:http|ws):$/.test(protocol) ? 80 : 443)}`;

/** Plain HTTP: one request, passed on as it came. */
function forward(guest: Guest, request: IncomingMessage, response: ServerResponse): void {
  const url = parseAddress(request.url ?? '');
  if (!url || !METHODS.has(request.method ?? '') || !permitted(guest, url)) return void response.writeHead(502).end();
  const headers = withoutHops(request.headers);
  const { settings, guard } = guest.net;
  const { hostname, port, pathname, search } = url;
  const asked = httpRequest({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || 80,
    method: request.method,
    path: pathname + search,
    headers,
    lookup: guard.lookup,
    agent: guest.agent,
    maxHeaderSize: settings.headerBytes,
    timeout: settings.headersMs,
  });
  const fail = (code: string): void => {
    note(guest, url, code);
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  };
  asked.on('timeout', () => asked.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
  asked.on('error', (error) => fail(errorCode(error)));
  asked.on('response', (answer) => {
    guest.failures.delete(hostKey(url));
    answer.on('error', () => response.destroy()).on('close', () => answer.complete || response.destroy());
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
    count(guest, answer);
    answer.pipe(response);
  });
  response.on('close', () => asked.destroy());
  request.on('error', () => asked.destroy());
  request.pipe(asked);
}

/** HTTPS and WebSocket: a connection to the host, its inside unseen. */
function tunnel(guest: Guest, authority: string, socket: Duplex): void {
  const url = parseAddress(`https://${authority}`);
  if (!url || !permitted(guest, url)) return void socket.end(REFUSE[502]);
  const { settings, guard } = guest.net;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const upstream = connect({ host, port: Number(url.port || 443), lookup: guard.lookup, timeout: settings.connectMs });
  guest.sockets.add(upstream).add(socket);
  const end = (): void => {
    guest.sockets.delete(upstream);
    guest.sockets.delete(socket);
    upstream.destroy();
    socket.destroy();
  };
  let connected = false;
  upstream.on('timeout', () => upstream.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
  upstream.on('error', (error) => {
    if (!connected) {
      note(guest, url, errorCode(error));
      socket.write(REFUSE[502]);
    }
    end();
  });
  upstream.on('connect', () => {
    connected = true;
    guest.failures.delete(hostKey(url));
    upstream.setTimeout(settings.idleMs);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    count(guest, upstream);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('close', end);
  socket.on('close', end);
}

function permitted(guest: Guest, url: URL): boolean {
  if (guest.net.guard.permits(url)) return true;
  refuse(guest, url);
  return false;
}

function refuse(guest: Guest, url: URL): void {
  guest.failures.set(hostKey(url), 'refused-address');
  if (guest.refused.size < MANY_REFUSED) guest.refused.add(url.href);
}

function note(guest: Guest, url: URL, code: string): void {
  const outcome = code.startsWith('HPE_') ? 'bad-response' : outcomeOfFailure(code, false);
  if (outcome === 'refused-address') refuse(guest, url);
  else guest.failures.set(hostKey(url), outcome);
}

/** Ends everything a page has under way once it has brought more than any page needs. */
function count(guest: Guest, stream: Duplex | IncomingMessage): void {
  stream.on('data', (chunk: Uint8Array) => {
    guest.bytesLeft -= chunk.length;
    if (guest.bytesLeft >= 0) return;
    stream.destroy();
    for (const socket of guest.sockets) socket.destroy();
  });
}

function withoutHops(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name) && !named.includes(name)));
}
