import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { MingchaError } from '../core/error.ts';

/** Bytes of a file that a person names. Throws 'not-found' with the path, 'bad-input' where it is a folder. */
export async function readNamed(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR')
      throw new MingchaError('bad-input', `${path} 是文件夹。`, '请写明文件夹里的文件，例如 通报/*.docx。', { cause });
    throw new MingchaError('not-found', `打不开文件 ${path}。`, '请检查路径和读取权限。', { cause });
  });
}

/** The same; `-` is standard input. */
export async function readInput(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  return path === '-' ? { name: '标准输入', bytes: await buffer(process.stdin) } : { name: path, bytes: await readNamed(path) };
}

/** Writes a file that a person names. Throws 'bad-input' with the path where that cannot be done. */
export async function writeNamed(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content).catch((cause: unknown) => {
    throw new MingchaError('bad-input', `写不了文件 ${path}。`, '请检查文件夹是否存在、是否有写入权限、文件是否正被打开。', { cause });
  });
}
