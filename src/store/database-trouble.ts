import { MingchaError } from '../core/error.ts';

/** SQLSTATE of what two who did the same thing at once come to: serialization, deadlock, a row that is there already. */
const AT_ONCE = new Set(['40001', '40P01', '23505']);
/** The database was told to stop, begins, or has no more connections. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300']);
const TOOK_TOO_LONG = '57014';
const NOBODY_LISTENS = new Set(['ECONNREFUSED', 'ENOENT']);

/** What the database refused, told to whoever asked; null where it is no trouble of this kind. Nothing was changed by what it refused. */
export function databaseTrouble(cause: unknown): MingchaError | null {
  const { code, syscall } = (cause ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') return null;
  if (AT_ONCE.has(code))
    return new MingchaError('conflict', '同一内容刚刚有人改动，这次没有保存。', '请刷新后看过现在的内容，再决定是否重做。', { cause });
  if (AWAY.has(code) || (NOBODY_LISTENS.has(code) && syscall === 'connect'))
    return new MingchaError('unavailable', '数据库正在启动、停止或太忙，这次没有完成。', '请过一分钟再试。', { cause });
  if (code === TOOK_TOO_LONG)
    return new MingchaError('unavailable', '要查的内容太多，等得太久，已经停下。', '请缩小范围（时间、单位、类别）后再试。', { cause });
  return null;
}
