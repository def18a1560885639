import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerAndClose } from './answer-and-close.ts';

/** How slowly a request may come. */
export interface Pace {
  /** The head of a request has to be here by then. */
  headMs: number;
  /** So long nobody asks how fast a body comes; of who is not signed in it has to be here by then. */
  graceMs: number;
  /** After that each of these windows has to bring … */
  windowMs: number;
  /** … so many bytes a second: a telephone line is slow, an attack has to pay for the connections it holds. */
  leastPerSecond: number;
  /** Bodies that come slowly at a time, of everybody together. */
  mostSlow: number;
}

/** 20 MB over a line of 64 kbit/s takes three quarters of an hour and passes; with 32 kbit/s it still does. */
export const PACE: Pace = { headMs: 20_000, graceMs: 30_000, windowMs: 15_000, leastPerSecond: 4_000, mostSlow: 64 };
/** A window that ended later than this was held up by ourselves: what came in it says nothing of the sender. */
const LATE = 1.25;

const TOO_SLOW = {
  code: 'interrupted',
  message: '网络太慢或已中断，没有收完，本次提交没有受理。',
  next: '请换一个网络，或压缩后重新提交。',
};

/**
 * Gives up bodies that do not come (slow loris) and waits for those that come slowly (a unit that sends a scan over a telephone line).
 * Whoever may not call is given no time beyond the grace: it is answered before its body comes.
 */
export function watchBodies(server: FastifyInstance, pace: Pace): void {
  const maySendSlowly = new WeakSet<IncomingMessage>();
  let slow = 0;
  server.addHook('preParsing', async (request) => {
    if (request.caller?.userId) maySendSlowly.add(request.raw);
  });
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return;
    let [at, read] = [performance.now(), request.socket.bytesRead];
    let timer: NodeJS.Timeout;
    let counted = false;
    const stop = (): void => {
      clearTimeout(timer);
      if (counted) slow -= 1;
      counted = false;
    };
    const ask = (limitMs: number, isEnough: (bytes: number) => boolean): void => {
      timer = setTimeout(() => {
        // What lies ready is read before it is counted.
        setImmediate(() => {
          if (request.complete || request.destroyed) return stop();
          const [now, total] = [performance.now(), request.socket.bytesRead];
          const enough = isEnough(total - read) || now - at > limitMs * LATE;
          [at, read] = [now, total];
          if (!enough || response.writableEnded || !maySendSlowly.has(request)) return cut(request, response);
          ask(pace.windowMs, (bytes) => bytes * 1_000 >= pace.leastPerSecond * pace.windowMs);
        });
      }, limitMs);
    };
    ask(pace.graceMs, () => {
      if (slow >= pace.mostSlow) return false;
      slow += 1;
      counted = true;
      return true;
    });
    request.once('end', stop).once('close', stop);
  });
}

function cut({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) socket.destroySoon();
  else answerAndClose(socket, 408, TOO_SLOW);
}
