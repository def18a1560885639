import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MingchaError } from '../core/error.ts';

const run = promisify(execFile);

/** Builds the pages when their sources changed since the last build; a few seconds, once. */
export async function buildWeb(root: string): Promise<void> {
  try {
    await run(process.execPath, [...process.execArgv, join(root, 'scripts', 'build-web.ts')], { cwd: root });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr ?? '';
    throw new MingchaError(
      'internal',
      `网页没有生成：${said.trim().slice(0, 500)}`,
      '请重新安装依赖（删除 node_modules 后再运行 npm start）。',
      { cause },
    );
  }
}
