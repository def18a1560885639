import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/**
 * Pages of one site repeat their frame, and a page looked at daily repeats nearly everything. A page is therefore packed
 * with another kept page, its base, as dictionary. The file is a plain zstd file whose first frame, one that unpackers
 * skip, names the base; a base is never packed against a base itself, so opening a page takes two files at most.
 */
const MAGIC = 0x184d2a50;
const NAMED = 32;
const HEAD = 8 + NAMED;
/** Larger pages are mostly data; as a dictionary they would cost more memory than they save. */
const LARGEST = 2 * 1_048_576;
const LEVEL = 9;

/** Whether this Node can pack against a base (24.6 and later). An older one ignores the dictionary, or has no zstd. */
const canPackAgainst = ((): boolean => {
  const sample = Buffer.from(Array.from({ length: 256 }, (_, i) => (i * 89) % 256));
  return typeof zlib.zstdCompressSync === 'function' && zlib.zstdCompressSync(sample, { dictionary: sample }).length < sample.length / 2;
})();

/** The packed file, or null when one of the two is too large or this Node cannot. */
export async function packAgainst(bytes: Uint8Array, base: Uint8Array, baseHash: string): Promise<Buffer | null> {
  if (!canPackAgainst || bytes.length > LARGEST || base.length > LARGEST || base.length === 0) return null;
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(NAMED, 4);
  head.write(baseHash, 8, 'hex');
  const packed = await promisify(zlib.zstdCompress)(bytes, {
    dictionary: base,
    pledgedSrcSize: bytes.length,
    params: { [zlib.constants.ZSTD_c_compressionLevel]: LEVEL },
  });
  return Buffer.concat([head, packed]);
}

/** The bytes of a packed file; null when it is damaged or this Node cannot. */
export async function unpackAgainst(packed: Uint8Array, base: Uint8Array): Promise<Uint8Array | null> {
  if (!canPackAgainst) return null;
  return promisify(zlib.zstdDecompress)(packed.subarray(HEAD), { dictionary: base }).catch(() => null);
}

/** The hash of the base a packed file needs; null when its head is damaged. */
export function baseNamed(packed: Uint8Array): string | null {
  const head = Buffer.from(packed.buffer, packed.byteOffset, Math.min(HEAD, packed.length));
  if (head.length < HEAD || head.readUInt32LE(0) !== MAGIC || head.readUInt32LE(4) !== NAMED) return null;
  return head.toString('hex', 8, HEAD);
}

/** `baseNamed` of a file, of which only the head is read. */
export async function baseOfFile(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return baseNamed(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
