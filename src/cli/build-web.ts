import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MingchaError } from '../core/error.ts';

/** Builds the pages when their sources changed since the last build; a few seconds, once. */
export async function buildWeb(root: string): Promise<void> {
  const done = spawnSync(process.execPath, [...process.execArgv, join(root, 'scripts', 'build-web.ts')], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0)
    throw new MingchaError(
      'internal',
      `网页没有生成：${done.stderr.trim().slice(0, 500)}`,
      '请重新安装依赖（删除 node_modules 后再运行 npm start）。',
    );
}
