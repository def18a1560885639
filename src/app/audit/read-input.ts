import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { MingchaError } from '../../core/error.ts';

/** Bytes of a file, or of standard input for `-`. @throws not-found with the path. */
export async function readInput(file: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (file === '-') return { name: '标准输入', bytes: await buffer(process.stdin) };
  const bytes = await readFile(file).catch((cause: unknown) => {
    const folder = (cause as NodeJS.ErrnoException).code === 'EISDIR';
    throw folder
      ? new MingchaError('bad-input', `${file} 是文件夹。`, '请写明文件夹里的文件，例如 通报/*.docx。', { cause })
      : new MingchaError('not-found', `打不开文件 ${file}。`, '请检查路径和读取权限。', { cause });
  });
  return { name: file, bytes };
}
