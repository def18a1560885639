import type { FastifyInstance } from 'fastify';
import { type ErrorCode, MingchaError } from '../core/error.ts';
import { databaseTrouble } from '../store/database-trouble.ts';

const STATUS: Record<ErrorCode, number> = {
  usage: 400,
  'bad-input': 400,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'not-allowed': 403,
  unavailable: 503,
  interrupted: 503,
  'not-signed-in': 401,
  'too-often': 429,
  internal: 500,
};

/** Every error leaves as `{code, message, next}` in Chinese, with the faulty places where there are any; what we did not foresee, and what the database refused, is logged and says nothing of itself. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const known = toKnown(error);
    if (known.code === 'internal' || databaseTrouble(known.cause)) console.error(`${request.method} ${request.url}`, error);
    const { code, message, next, faults } = known;
    return reply.code(STATUS[code]).send({ code, message, next, ...(faults.length > 0 ? { faults } : {}) });
  });
}

/** Answers an address that is not there. */
export function noSuchAddress(): never {
  throw new MingchaError('not-found', '没有这个地址。', '请从首页进入。');
}

function toKnown(error: Error & { statusCode?: number }): MingchaError {
  if (error instanceof MingchaError && error.code !== 'internal') return error;
  const trouble = databaseTrouble(error);
  if (trouble) return trouble;
  if (error.statusCode === 429) return new MingchaError('too-often', '请求太频繁，暂时没有受理。', '请过一分钟再试。');
  if (error.statusCode === 413) return new MingchaError('bad-input', '文件太大，没有收下。', '请删去图片，或拆成几个文件分次上传。');
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new MingchaError('bad-input', '请求的格式不对。', '请刷新页面后重试。');
  return new MingchaError(
    'internal',
    '程序出现意外错误，本次请求没有完成。',
    '请稍后重试；仍然出现时，请把日志文件 http.log 交给技术人员。',
    { cause: error },
  );
}
