import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MingchaError } from '../../core/error.ts';

const FILE = 'manifest.json';
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const manifest = z.object({
  format: z.literal('mingcha/backup/1'),
  createdAt: z.string(),
  /** The schema the rows were written under. */
  migrations: z.array(z.object({ name: z.string(), checksum: hash })),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_]+$/)),
      rows: count,
      file: z.string().regex(/^tables\/[a-z_]+\.tsv\.gz$/),
      /** Of the file as it lies there, compressed. */
      sha256: hash,
    }),
  ),
  evidence: z.object({ files: count, bytes: count }),
});

/** 备份清单: what a backup holds, and how to tell that it is whole. */
export type Manifest = z.infer<typeof manifest>;

/** Written last: a folder without it is a backup that was cut off. */
export async function writeManifest(directory: string, content: Manifest): Promise<void> {
  await writeFile(join(directory, `${FILE}.new`), `${JSON.stringify(content, null, 2)}\n`);
  await rename(join(directory, `${FILE}.new`), join(directory, FILE));
}

/** Throws MingchaError 'bad-input' when the folder is not a whole backup of a form we know. */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, FILE);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    throw new MingchaError(
      'bad-input',
      `${directory} 不是完整的备份：没有 ${FILE}。`,
      '请指定 mingcha backup 写出的目录；中断的备份不能用来恢复，请换一份。',
    );
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new MingchaError(
      'bad-input',
      `备份清单 ${path} 无法识别。`,
      '文件可能损坏，或由更新版本的程序写出；请换一份备份，或升级本程序。',
      { cause },
    );
  }
}
