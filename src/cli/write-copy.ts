import { writeFile } from 'node:fs/promises';
import { MingchaError } from '../core/error.ts';

/** Writes a file the user named. @throws bad-input with the path when it cannot be written. */
export async function writeCopy(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content).catch((cause: unknown) => {
    throw new MingchaError('bad-input', `写不了文件 ${path}。`, '请检查文件夹是否存在、是否有写入权限、文件是否正被打开。', { cause });
  });
}
