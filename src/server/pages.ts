import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { MingchaError } from '../core/error.ts';
import { noSuchAddress } from './errors.ts';
import { pagePolicy } from './security.ts';

const NONCE = '__NONCE__';

/** Serves the built pages; any address that is not a file is the one page, whose router reads the address. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new MingchaError('unavailable', `网页还没有生成（${folder}）。`, '请运行 npm start，它会自动生成网页。');
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    // Names hold the hash of the content.
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  });
  server.setNotFoundHandler(async (request, reply) => {
    // HEAD too: that is how a watch over machines asks whether the page is there.
    const asks = request.method === 'GET' || request.method === 'HEAD';
    if (!asks || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) return noSuchAddress();
    // Read each time: an update moves new pages into place under a running server.
    const html = await readFile(index, 'utf8').catch((cause: unknown) => {
      throw new MingchaError('unavailable', '网页正在更新。', '请过几秒刷新。', { cause });
    });
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE, nonce));
  });
}
