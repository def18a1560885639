import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './http.ts';

/** `GET /clock` tells the simulated moment, `POST /clock {"now": "2022-12-27T01:00:00Z"}` sets it. Loopback only. */
export function listenControl(port: number, clock: Clock): Promise<{ port: number; server: Server }> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/clock') {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'POST') {
      const now = momentIn(await textOf(request));
      if (now === null) {
        response.writeHead(400, { 'Content-Type': 'text/plain' }).end('body must be {"now": "<ISO 8601 moment with zone>"}\n');
        return;
      }
      clock.now = now;
    }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ now: new Date(clock.now).toISOString() }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port, server }));
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A moment without a zone would be read in the machine's own, so it is refused. */
function momentIn(body: string): number | null {
  try {
    const { now } = JSON.parse(body) as { now?: unknown };
    if (typeof now !== 'string' || !/(Z|[+-]\d{2}:\d{2})$/.test(now)) return null;
    const ms = Date.parse(now);
    return Number.isNaN(ms) ? null : ms;
  } catch {
    return null;
  }
}
