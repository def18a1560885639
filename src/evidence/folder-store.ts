import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { MingchaError } from '../core/error.ts';
import { sha256 } from '../core/id.ts';
import type { BlobStore } from './store.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Brotli is in every Node we run on (zstd is not), and `brotli -dc` on any machine opens a kept page without us. */
const COMPRESSED = '.br';
/** Pictures and other bytes that do not shrink are kept as they are. */
const RAW = '.raw';
const QUALITY = 5;
const LEFT_OVER_MS = 24 * 3_600_000;

/** Where the bytes of a hash are, without the ending: ab/cd/<hash>. */
export const blobPath = (hash: string): string => join(hash.slice(0, 2), hash.slice(2, 4), hash);
export const BLOB_ENDINGS = [COMPRESSED, RAW] as const;

/**
 * Evidence in a folder, one file per content. Any number of processes may write at once: a file appears whole under
 * its name or not at all, and two writers of one content write the same file.
 */
export function folderStore(folder: string): BlobStore {
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      if (!(await renewed(folder, hash))) await write(folder, hash, bytes);
      return hash;
    },
    async get(hash) {
      const path = await findBlob(folder, hash);
      if (path !== null) return readBlob(path, hash);
      throw new MingchaError('not-found', `没有找到编号为 ${hash} 的证据原件。`, `请检查 ${folder} 是否完整；如有备份，可从备份恢复。`);
    },
    async has(hash) {
      return (await findBlob(folder, hash)) !== null;
    },
  };
}

/**
 * Whether the content is there already. Its age begins anew: the caller is about to refer to it, and a clearing spares what
 * is young. One that is taken away at this very moment is simply not there, and is written again.
 */
async function renewed(folder: string, hash: string): Promise<boolean> {
  const path = await findBlob(folder, hash);
  const now = new Date();
  return (
    path !== null &&
    utimes(path, now, now).then(
      () => true,
      () => false,
    )
  );
}

/** The file of a hash, or null. */
export async function findBlob(folder: string, hash: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  for (const ending of BLOB_ENDINGS) {
    const path = join(folder, blobPath(hash) + ending);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return null;
}

/** The bytes of a blob file. Throws MingchaError when they are not what the hash says. */
export async function readBlob(path: string, hash: string): Promise<Uint8Array> {
  const kept = await readFile(path);
  const bytes = path.endsWith(COMPRESSED) ? await decompress(kept).catch(() => null) : kept;
  if (bytes !== null && sha256(bytes) === hash) return bytes;
  throw new MingchaError(
    'internal',
    `证据原件已损坏，内容与编号不符：${path}`,
    '请勿删除或修改该文件；从备份中取回同名文件覆盖后重试，并检查磁盘。',
  );
}

async function write(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  const small = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const shrinks = small.length < bytes.length * 0.95;
  const path = join(folder, blobPath(hash) + (shrinks ? COMPRESSED : RAW));
  const temporary = join(folder, 'tmp', `${hash}-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(temporary), { recursive: true });
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx', 0o444);
    try {
      await file.writeFile(shrinks ? small : bytes);
      // Facts that name this hash are safe on disk once committed, so the bytes must be there before.
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw notWritten(folder, cause);
  }
}

function notWritten(folder: string, cause: unknown): MingchaError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const why = code === 'ENOSPC' ? '磁盘已满' : code === 'EACCES' || code === 'EROFS' ? '没有写权限' : message;
  return new MingchaError(
    'unavailable',
    `证据没有写入 ${folder}：${why}。`,
    '请清理磁盘空间或检查目录权限，然后重新运行；已写入的证据不受影响。',
    { cause },
  );
}

/** Takes away what writers that were killed left unfinished. Run at start; younger ones may still be at work. */
export async function clearUnfinished(folder: string, now: number): Promise<number> {
  const temporary = join(folder, 'tmp');
  let cleared = 0;
  for (const name of await readdir(temporary).catch(() => [])) {
    const path = join(temporary, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs < LEFT_OVER_MS) continue;
    await rm(path, { force: true });
    cleared += 1;
  }
  return cleared;
}
