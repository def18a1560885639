import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How the bytes of a kept file are packed, told by its ending. */
export const PACKINGS = {
  /** Brotli is in every Node we run on, and `brotli -dc` on any machine opens a kept page without us. */
  brotli: '.br',
  /** Against another kept page as dictionary, see `against-base.ts`: `zstd -d -D BASE` opens it. */
  base: '.zst',
  /** Pictures and other bytes that do not shrink are kept as they are. */
  none: '.raw',
} as const;
export const BLOB_ENDINGS = Object.values(PACKINGS);

/** Where the bytes of a hash are, without the ending: ab/cd/<hash>. */
export const blobPath = (hash: string): string => join(hash.slice(0, 2), hash.slice(2, 4), hash);

/** The evidence folder a kept file lies in. */
export const folderOf = (path: string): string => dirname(dirname(dirname(path)));

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
