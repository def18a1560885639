import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '../contract/endpoint.ts';
import { MingchaError } from '../core/error.ts';

const FILE_TYPE = 'application/octet-stream';
const NO_FILE = new Uint8Array();

/**
 * Bodies are JSON or a file, nothing else: a page of another site can send neither without asking first (CORS), and gets
 * no permission here.
 */
export function readBodies(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRequest', async (request) => {
    const from = request.headers['sec-fetch-site'];
    if (request.method === 'POST' && from !== undefined && from !== 'same-origin')
      throw new MingchaError('not-allowed', '这个请求不是从本系统的网页发出的，没有受理。', '请从本系统的网页上操作。');
  });
}

/** The JSON fields and the file of a request, each empty where the endpoint takes none. */
export function bodyOf(request: FastifyRequest, { file }: Pick<Endpoint, 'file'>): { json: object; file: Uint8Array } {
  const { body } = request;
  if (file) {
    if (!Buffer.isBuffer(body)) throw new MingchaError('bad-input', '没有收到文件。', '请重新选择文件再上传。');
    return { json: {}, file: new Uint8Array(body) };
  }
  const isObject = typeof body === 'object' && body !== null && !Buffer.isBuffer(body) && !Array.isArray(body);
  return { json: isObject ? body : {}, file: NO_FILE };
}

/** @throws bad-input for letters no database keeps (NUL, half a letter): what came after them would be lost, the trail of it too. */
export function checkLetters(asked: object): void {
  // No recursion: what is nested thousands deep is sent on purpose, to make one end.
  const left: unknown[] = [asked];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') checkText(value);
    else if (typeof value === 'object' && value !== null)
      for (const [field, one] of Object.entries(value)) {
        checkText(field);
        left.push(one);
      }
  }
}

function checkText(text: string): void {
  if (/\0|\p{Surrogate}/u.test(text)) throw new MingchaError('bad-input', '提交的内容中有无法识别的字符。', '请删去乱码后重新提交。');
}
