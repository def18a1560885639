import * as zlib from 'node:zlib';
import type { Outcome } from '../../evidence/outcome.ts';

// Present from Node 22.15 on; 20.19 runs without it and does not offer it.
const zstd = (zlib as { zstdDecompressSync?: typeof zlib.brotliDecompressSync }).zstdDecompressSync;

export const ACCEPT_ENCODING = zstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

export type Decompressed = { bytes: Uint8Array } | { fault: Outcome };

const MAX_LAYERS = 2;

/**
 * Undoes Content-Encoding. `limit` is the most bytes one layer may give (decompression bombs);
 * `partial` accepts a body that was cut by us.
 */
export function decompress(body: Uint8Array, contentEncoding: string | null, limit: number, partial: boolean): Decompressed {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (body.length === 0) return { bytes: body };
  if (layers.length > MAX_LAYERS) return { fault: 'bad-response' };
  let bytes = body;
  for (const layer of layers.reverse()) {
    try {
      const next = undo(layer, bytes, limit, partial);
      if (next === null) return { fault: 'bad-response' };
      bytes = next;
    } catch (error) {
      return { fault: faultOf((error as NodeJS.ErrnoException).code) };
    }
  }
  return { bytes };
}

function undo(encoding: string, body: Uint8Array, maxOutputLength: number, partial: boolean): Uint8Array | null {
  const finishFlush = partial ? zlib.constants.Z_SYNC_FLUSH : zlib.constants.Z_FINISH;
  if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.gunzipSync(body, { maxOutputLength, finishFlush });
  if (encoding === 'deflate') {
    // Half of the servers that say deflate send it without the zlib head.
    const wrapped = ((body[0] ?? 0) & 15) === 8 && (((body[0] ?? 0) << 8) | (body[1] ?? 0)) % 31 === 0;
    return (wrapped ? zlib.inflateSync : zlib.inflateRawSync)(body, { maxOutputLength, finishFlush });
  }
  if (encoding === 'br') {
    const { BROTLI_OPERATION_FLUSH, BROTLI_OPERATION_FINISH } = zlib.constants;
    return zlib.brotliDecompressSync(body, { maxOutputLength, finishFlush: partial ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_FINISH });
  }
  if (encoding === 'zstd' && zstd) {
    const { ZSTD_e_flush, ZSTD_e_end } = zlib.constants;
    return zstd(body, { maxOutputLength, finishFlush: partial ? ZSTD_e_flush : ZSTD_e_end });
  }
  return null;
}

function faultOf(code: string | undefined): Outcome {
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
  return code === 'Z_BUF_ERROR' || code === 'ERR_BROTLI_DECODER_ERROR_NEEDS_MORE_INPUT' ? 'cut-off' : 'bad-response';
}
