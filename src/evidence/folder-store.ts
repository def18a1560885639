import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { MingchaError } from '../core/error.ts';
import { sha256 } from '../core/id.ts';
import { baseNamed, baseOfFile, packAgainst, unpackAgainst } from './against-base.ts';
import { blobPath, findBlob, folderOf, PACKINGS } from './blob-files.ts';
import type { BlobStore } from './store.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

const QUALITY = 5;

/**
 * Evidence in a folder, one file per content. Any number of processes may write at once: a file appears whole under
 * its name or not at all, and two writers of one content write the same file.
 */
export function folderStore(folder: string): BlobStore {
  return {
    async put(bytes, like) {
      const hash = sha256(bytes);
      if (!(await renewed(folder, hash))) await write(folder, hash, await packed(folder, bytes, like));
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
 * Whether the content is there already. Its age begins anew, with that of the page it is packed against: the caller is
 * about to refer to it, and a clearing spares what is young. What is taken away at this very moment is simply not there,
 * and is written again.
 */
async function renewed(folder: string, hash: string): Promise<boolean> {
  const path = await findBlob(folder, hash);
  if (path === null) return false;
  const base = path.endsWith(PACKINGS.base) ? await baseOfFile(path) : null;
  if (base !== null && !(await renewed(folder, base))) return false;
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

/** The bytes of a kept file. Throws MingchaError when they are not what the hash says. */
export async function readBlob(path: string, hash: string): Promise<Uint8Array> {
  const bytes = await unpacked(path, await readFile(path));
  if (bytes !== null && sha256(bytes) === hash) return bytes;
  throw new MingchaError(
    'internal',
    `证据原件已损坏，内容与编号不符：${path}`,
    '请勿删除或修改该文件；从备份中取回同名文件覆盖后重试，并检查磁盘。',
  );
}

async function unpacked(path: string, kept: Uint8Array): Promise<Uint8Array | null> {
  if (path.endsWith(PACKINGS.brotli)) return decompress(kept).catch(() => null);
  if (path.endsWith(PACKINGS.none)) return kept;
  const base = baseNamed(kept);
  const basePath = base === null ? null : await findBlob(folderOf(path), base);
  return base === null || basePath === null ? null : unpackAgainst(kept, await readBlob(basePath, base));
}

/** The kept file that another one is packed against; null when that one opens alone. */
export async function neededBy(path: string): Promise<string | null> {
  const base = path.endsWith(PACKINGS.base) ? await baseOfFile(path) : null;
  return base === null ? null : findBlob(folderOf(path), base);
}

/** A file as it will lie on the disk. */
interface Packed {
  ending: string;
  bytes: Uint8Array;
}

/** Packs the smallest way; against a base only where that saves much, for such a file cannot be opened alone. */
async function packed(folder: string, bytes: Uint8Array, like: string | undefined): Promise<Packed> {
  const against = like === undefined ? null : await packedAgainst(folder, bytes, like);
  if (against !== null && against.length < bytes.length / 16) return { ending: PACKINGS.base, bytes: against };
  const small = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  if (against !== null && against.length < small.length / 2) return { ending: PACKINGS.base, bytes: against };
  return small.length < bytes.length * 0.95 ? { ending: PACKINGS.brotli, bytes: small } : { ending: PACKINGS.none, bytes };
}

async function packedAgainst(folder: string, bytes: Uint8Array, like: string): Promise<Buffer | null> {
  const path = await findBlob(folder, like);
  if (path === null) return null;
  const base = path.endsWith(PACKINGS.base) ? baseNamed(await readFile(path)) : like;
  // Its age begins anew for the same reason as below: a clearing must not take what is being built upon.
  if (base === null || !(await renewed(folder, base))) return null;
  const basePath = await findBlob(folder, base);
  return basePath === null ? null : packAgainst(bytes, await readBlob(basePath, base), base);
}

async function write(folder: string, hash: string, { ending, bytes }: Packed): Promise<void> {
  const path = join(folder, blobPath(hash) + ending);
  const temporary = join(folder, 'tmp', `${hash}-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(temporary), { recursive: true });
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx', 0o444);
    try {
      await file.writeFile(bytes);
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

/** Files that writers were at before `before` (milliseconds since 1970) and never finished: they were killed. Younger ones may still be written. */
export async function unfinishedIn(folder: string, before: number): Promise<string[]> {
  const temporary = join(folder, 'tmp');
  const left: string[] = [];
  for (const name of await readdir(temporary).catch(() => [])) {
    const path = join(temporary, name);
    const state = await stat(path).catch(() => null);
    if (state?.isFile() && state.mtimeMs < before) left.push(path);
  }
  return left;
}

/** Takes away what `unfinishedIn` finds. Others may write, and clear, at the same time. */
export async function clearUnfinished(folder: string, before: number): Promise<void> {
  for (const path of await unfinishedIn(folder, before)) await rm(path, { force: true });
}
