import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { createAddressIndex } from './address-index.ts';
import { openAppendLog } from './append-log.ts';
import { createParcel, hashesIn, type Parcel, pieceIn, recordSize, writeRecord } from './parcel.ts';
import { type Squeezed, squeeze, squeezeNow } from './squeeze.ts';

/** Parcels being made smaller at the same time; further pages wait for them. */
const UNDER_WAY = 2;

/**
 * Evidence of one site in one file that only grows: a crawl of thousands of pages would spend more on a file for each
 * than on reading them. Pages are gathered and made smaller together, off the main thread: those of one site repeat
 * their frame. `close` frees the file; what was put since the last `flush` may be lost with the process.
 */
export function packStore(file: string): BlobStore & { flush(): void; close(): void } {
  const index = createAddressIndex();
  /** By number of the hash: the record that holds it; -1 while it waits to be written. */
  const positions: number[] = [];
  const log = openAppendLog(file, null, (record, position) => {
    for (const hash of hashesIn(record)) positions[index.add(hash)] = position;
  });
  let open = createParcel();
  /** Being made smaller, with the promise of that. */
  const sealed = new Map<Parcel, Promise<void>>();
  let failure: { error: unknown } | null = null;

  const write = (parcel: Parcel, squeezed: Squeezed): void => {
    const size = recordSize(parcel, squeezed);
    const { position, bytes, at } = log.reserve(size);
    writeRecord(parcel, squeezed, bytes.subarray(at, at + size));
    for (const hash of parcel.hashes()) positions[index.find(hash)] = position;
  };
  const seal = (): void => {
    const parcel = open;
    open = createParcel();
    const done = squeeze(parcel.bytes()).then((squeezed) => {
      if (sealed.delete(parcel)) write(parcel, squeezed); // else `flush` has written it
    });
    // A full disk is told to whoever puts something next.
    sealed.set(
      parcel,
      done.catch((error: unknown) => {
        failure ??= { error };
      }),
    );
  };
  const flush = (): void => {
    const waiting = [...sealed.keys(), open];
    sealed.clear();
    open = createParcel();
    for (const parcel of waiting) if (parcel.count > 0) write(parcel, squeezeNow(parcel.bytes()));
    log.flush();
  };
  const waitingBytes = (hash: string): Uint8Array | null => {
    for (const parcel of [open, ...sealed.keys()]) {
      const bytes = parcel.get(hash);
      if (bytes !== null) return bytes;
    }
    return null;
  };

  return {
    async put(bytes) {
      if (failure !== null) throw failure.error;
      const hash = sha256(bytes);
      if (index.find(hash) >= 0) return hash;
      positions[index.add(hash)] = -1;
      open.add(hash, bytes);
      if (!open.full) return hash;
      seal();
      if (sealed.size > UNDER_WAY) await sealed.values().next().value;
      return hash;
    },
    async get(hash) {
      const at = index.find(hash);
      if (at < 0) throw new MingchaError('not-found', `没有找到编号为 ${hash} 的证据原件。`, `请检查 ${file} 是否完整`);
      const position = positions[at] as number;
      const bytes = position < 0 ? waitingBytes(hash) : pieceIn(Buffer.from(log.read(position)), hash);
      if (bytes !== null && sha256(bytes) === hash) return bytes;
      throw new MingchaError('internal', `证据原件已损坏，内容与编号不符：${file}`, '从备份中取回该文件后重试，并检查磁盘');
    },
    has: async (hash) => index.find(hash) >= 0,
    flush,
    close() {
      flush();
      log.close();
    },
  };
}
