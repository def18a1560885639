import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { createAddressIndex } from './address-index.ts';
import { openAppendLog } from './append-log.ts';

/** Present from Node 22.15 on. */
const zstd = zlib as { zstdCompressSync?: (bytes: Uint8Array) => Buffer; zstdDecompressSync?: (bytes: Uint8Array) => Buffer };
const gzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gzip);

const RAW = 0;
const GZIP = 1;
const ZSTD = 2;
const HASH_BYTES = 32;
const HEAD = 1 + HASH_BYTES;

/**
 * Evidence of one site in one file that only grows: a crawl of thousands of pages would spend more on a file for each
 * than on reading them. `close` frees the file; what was put since the last `flush` may be lost with the process.
 */
export function packStore(file: string): BlobStore & { flush(): void; close(): void } {
  const index = createAddressIndex();
  const positions: number[] = [];
  const log = openAppendLog(file, null, (record, position) => {
    index.add(record.toString('hex', 1, HEAD));
    positions.push(position);
  });
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      if (index.find(hash) >= 0) return hash;
      const [code, packed] = await pack(bytes);
      if (index.find(hash) >= 0) return hash; // put by another meanwhile
      const { position, bytes: room, at } = log.reserve(HEAD + packed.length);
      room[at] = code;
      room.write(hash, at + 1, 'hex');
      room.set(packed, at + HEAD);
      index.add(hash);
      positions.push(position);
      return hash;
    },
    async get(hash) {
      const at = index.find(hash);
      if (at < 0) throw new MingchaError('not-found', `没有找到编号为 ${hash} 的证据原件。`, `请检查 ${file} 是否完整`);
      const record = Buffer.from(log.read(positions[at] as number));
      const bytes = unpack(record[0] as number, record.subarray(HEAD));
      if (bytes !== null && sha256(bytes) === hash) return bytes;
      throw new MingchaError('internal', `证据原件已损坏，内容与编号不符：${file}`, '从备份中取回该文件后重试，并检查磁盘');
    },
    has: async (hash) => index.find(hash) >= 0,
    flush: () => void log.flush(),
    close: () => log.close(),
  };
}

async function pack(bytes: Uint8Array): Promise<[code: number, packed: Uint8Array]> {
  const packed: [number, Uint8Array] = zstd.zstdCompressSync
    ? [ZSTD, zstd.zstdCompressSync(bytes)]
    : [GZIP, await gzip(bytes, { level: 3 })];
  return packed[1].length < bytes.length * 0.95 ? packed : [RAW, bytes];
}

function unpack(code: number, packed: Uint8Array): Uint8Array | null {
  try {
    if (code === ZSTD) return zstd.zstdDecompressSync?.(packed) ?? null;
    return code === GZIP ? zlib.gunzipSync(packed) : packed;
  } catch {
    return null;
  }
}
