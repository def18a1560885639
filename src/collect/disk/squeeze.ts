import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

type Squeeze = (bytes: Uint8Array) => Promise<Buffer>;
/** Present from Node 22.15 on. */
const zstd = zlib as {
  zstdCompress?: (bytes: Uint8Array, done: (error: Error | null, packed: Buffer) => void) => void;
  zstdCompressSync?: (bytes: Uint8Array) => Buffer;
  zstdDecompressSync?: (bytes: Uint8Array) => Buffer;
};
const GZIP_OPTIONS = { level: 3 };
const gzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gzip);
const later: Squeeze = zstd.zstdCompress ? promisify(zstd.zstdCompress) : (bytes) => gzip(bytes, GZIP_OPTIONS);
const now = zstd.zstdCompressSync ?? ((bytes: Uint8Array) => zlib.gzipSync(bytes, GZIP_OPTIONS));

const RAW = 0;
const GZIP = 1;
const ZSTD = 2;

/** Bytes made smaller, with how it was done; as they are where that gains nothing. */
export interface Squeezed {
  code: number;
  bytes: Uint8Array;
}

/** Off the main thread. */
export const squeeze = async (bytes: Uint8Array): Promise<Squeezed> => chosen(bytes, await later(bytes));
export const squeezeNow = (bytes: Uint8Array): Squeezed => chosen(bytes, now(bytes));

function chosen(bytes: Uint8Array, packed: Uint8Array): Squeezed {
  if (packed.length >= bytes.length * 0.95) return { code: RAW, bytes };
  return { code: zstd.zstdCompressSync ? ZSTD : GZIP, bytes: packed };
}

/** Null when the bytes are damaged, or this Node cannot undo what another did. */
export function unsqueeze({ code, bytes }: Squeezed): Uint8Array | null {
  try {
    if (code === ZSTD) return zstd.zstdDecompressSync?.(bytes) ?? null;
    return code === GZIP ? zlib.gunzipSync(bytes) : bytes;
  } catch {
    return null;
  }
}
