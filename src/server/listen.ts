import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../app/config.ts';
import { MingchaError } from '../core/error.ts';

/** Our own process of a start before, whose supervisor was killed, may hold the port until it has ended. */
const WAIT_MS = 4_000;
const ASK_EVERY_MS = 200;

/** Listens where the configuration says. Throws MingchaError 'unavailable' that names the setting to change. */
export async function listen(server: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const begun = Date.now();
  for (;;) {
    try {
      await server.listen({ host, port });
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || Date.now() - begun > WAIT_MS) throw inWords(error, host, port);
      await sleep(ASK_EVERY_MS);
    }
  }
}

function inWords(cause: unknown, host: string, port: number): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new MingchaError(
        'unavailable',
        `端口 ${port} 已被别的程序占用，网页不能启动。`,
        `请关闭占用它的程序，或换一个端口，例如 MINGCHA_PORT=${port === 7080 ? 7081 : 7080} npm start。`,
        { cause },
      );
    case 'EACCES':
      return new MingchaError('unavailable', `当前用户不能使用端口 ${port}。`, '请用环境变量 MINGCHA_PORT 指定 1024 以上的端口。', {
        cause,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new MingchaError(
        'unavailable',
        `本机没有 ${host} 这个地址，网页不能启动。`,
        '请把环境变量 MINGCHA_HOST 改为本机的地址，或去掉它只在本机使用。',
        { cause },
      );
    default:
      return cause;
  }
}
