import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BLOB_ENDINGS, blobPath } from './blob-files.ts';

/** Where files wait while it is asked once more whether anything refers to them. Not a place blobs are read from. */
const ASIDE = 'aside';

/** One kept file as a clearing sees it. */
export interface KeptFile {
  hash: string;
  path: string;
  bytes: number;
  /** When it was written, or put again; milliseconds since 1970. */
  renewedAt: number;
}

/** The two-digit folders of an evidence folder, sorted. */
export async function prefixesOf(folder: string): Promise<string[]> {
  return (await names(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
}

/** Every kept file whose hash begins with two digits. */
export async function filesUnder(folder: string, prefix: string): Promise<KeptFile[]> {
  const paths: string[] = [];
  for (const second of await names(join(folder, prefix)))
    for (const name of await names(join(folder, prefix, second))) paths.push(join(folder, prefix, second, name));
  return described(paths);
}

/** Files an earlier clearing had set aside when it was stopped. */
export async function filesAside(folder: string): Promise<KeptFile[]> {
  return described((await names(join(folder, ASIDE))).map((name) => join(folder, ASIDE, name)));
}

/** Takes a file from its place; answers it where it is now, or null when somebody else took it. A put from now on writes it anew. */
export async function setAside(folder: string, file: KeptFile): Promise<KeptFile | null> {
  const path = join(folder, ASIDE, basename(file.path));
  await mkdir(dirname(path), { recursive: true });
  const moved = await rename(file.path, path).then(
    () => true,
    () => false,
  );
  return moved ? ((await described([path]))[0] ?? null) : null;
}

/** Puts a file that was set aside back in its place. */
export async function bringBack(folder: string, file: KeptFile): Promise<void> {
  const place = join(folder, dirname(blobPath(file.hash)), basename(file.path));
  await mkdir(dirname(place), { recursive: true });
  await rename(file.path, place);
}

/** Removes a file that was set aside, for good. */
export async function discard(file: KeptFile): Promise<void> {
  await rm(file.path, { force: true });
}

async function described(paths: readonly string[]): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const path of paths) {
    const ending = BLOB_ENDINGS.find((known) => path.endsWith(known));
    const hash = ending ? basename(path, ending) : '';
    if (!/^[0-9a-f]{64}$/.test(hash)) continue; // not ours, so not ours to remove
    const state = await stat(path).catch(() => null);
    if (state) files.push({ hash, path, bytes: state.size, renewedAt: state.mtimeMs });
  }
  return files;
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
