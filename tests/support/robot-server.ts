import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RobotCall {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** A web-hook server for tests: keeps what it is told and answers as the platforms document. */
export interface RobotServer {
  /** `127.0.0.1:port`, as the operator would permit it. */
  host: string;
  calls: RobotCall[];
  /** Next answers in order, then success: status, body and headers. */
  answers: { status?: number; body: unknown; headers?: Record<string, string> }[];
  /** What success is in the platform's words. */
  success: unknown;
  stop(): Promise<void>;
}

export async function robotServer(): Promise<RobotServer> {
  const self: RobotServer = { host: '', calls: [], answers: [], success: { errcode: 0, errmsg: 'ok' }, stop };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://robot');
    self.calls.push({ path: pathname, query: searchParams, body: JSON.parse(Buffer.concat(parts).toString() || '{}') });
    const { status = 200, body, headers = {} } = self.answers.shift() ?? { body: self.success };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  self.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;

  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}
