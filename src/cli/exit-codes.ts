import { ERROR_CODES } from '../core/error.ts';

/** What the process answers; printed by `mingcha --help`. The error codes come from the closed list of error classes. */
export const EXIT_CODES = { ok: 0, 'verdict-failed': 1, ...ERROR_CODES } as const;

export const EXIT_CODE_NAMES: Record<keyof typeof EXIT_CODES, string> = {
  ok: '成功',
  'verdict-failed': '检查完成，结果为不合格',
  usage: '命令或参数写错',
  'bad-input': '输入的文件有错，未作任何改动',
  'not-found': '找不到指定的对象',
  conflict: '与正在进行的操作冲突',
  refused: '按规则不允许',
  'not-allowed': '没有权限',
  unavailable: '运行条件不具备（数据库、网络等）',
  interrupted: '被中断，可重新运行继续',
  'not-signed-in': '没有登录',
  'too-often': '请求太频繁',
  internal: '程序内部错误',
};
