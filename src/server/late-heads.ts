import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { answerAndClose } from './answer-and-close.ts';

const NO_REQUEST = { code: 'bad-input', message: '请求的格式不对。', next: '请刷新页面后重试。' };
const TOO_LONG = { code: 'bad-input', message: '请求的地址或标头太长。', next: '请减少筛选条件，或清除本站的 Cookie 后重试。' };
const TOO_LATE = { code: 'interrupted', message: '网络太慢或已中断，没有收到请求。', next: '请刷新页面后重试。' };

/** What is done about heads that do not come, or are none. */
export interface HeadWatch {
  refuse(error: Error & { code?: string }, socket: Socket): void;
  /** Hears which requests came after all. */
  listen(server: Server): void;
}

/**
 * Gives up heads that have not come in time. A server that stood still (a machine that was frozen, or too busy) finds them late before
 * it has read what lies ready: that is read first, and whoever has sent something meanwhile is given the same time once more.
 */
export function watchHeads(headMs: number): HeadWatch {
  const late = new WeakSet<Socket>();
  const giveUp = (socket: Socket): void => {
    if (late.delete(socket)) answerAndClose(socket, 408, TOO_LATE);
  };
  return {
    refuse({ code }, socket) {
      if (code === 'ECONNRESET' || socket.destroyed) return;
      if (code !== 'ERR_HTTP_REQUEST_TIMEOUT')
        return code === 'HPE_HEADER_OVERFLOW' ? answerAndClose(socket, 431, TOO_LONG) : answerAndClose(socket, 400, NO_REQUEST);
      const read = socket.bytesRead;
      late.add(socket);
      setImmediate(() => {
        if (socket.bytesRead === read) giveUp(socket);
        else setTimeout(giveUp, headMs, socket).unref();
      });
    },
    listen: (server) => void server.on('request', ({ socket }: IncomingMessage) => late.delete(socket)),
  };
}
