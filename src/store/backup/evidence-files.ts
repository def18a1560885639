import { constants, copyFile, link, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Every kept file below an evidence folder, as a path within it; unfinished ones left out. */
export async function* evidenceFiles(folder: string): AsyncGenerator<string> {
  for (const first of await names(folder)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await names(join(folder, first))) {
      for (const file of await names(join(folder, first, second))) yield join(first, second, file);
    }
  }
}

/** Puts a kept file into another evidence folder: a link where both are on one disk, else a copy. Kept files never change, so a link is as safe. */
export async function shareFile(from: string, to: string): Promise<number> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return;
    await copyFile(from, to, constants.COPYFILE_EXCL).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== 'EEXIST') throw again;
    });
  });
  return (await stat(to)).size;
}

/** The hash a kept file is named after. */
export const hashOf = (path: string): string => relative(dirname(path), path).replace(/\.\w+$/, '');

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
