import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Answers on the bare line where there is no response to answer with, and closes it once the answer is out. */
export function answerAndClose(socket: Socket, status: 400 | 408 | 431, answer: { code: string; message: string; next: string }): void {
  const body = JSON.stringify(answer);
  const heads = ['content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${heads.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
