import { type Squeezed, unsqueeze } from './squeeze.ts';

/** A record: how it was squeezed, number of pieces; hash and length of each; the squeezed bytes of all, one behind the other. */
const HEAD = 1 + 4;
const HASH_BYTES = 32;
const ENTRY = HASH_BYTES + 4;
/** A parcel with more than this is full. Frames of pages repeat well within it, and reading one page undoes no more. */
const FULL = 512 * 1_024;
const ROOM = FULL + 128 * 1_024;

/** Pages that are kept together, by their hashes. */
export interface Parcel {
  add(hash: string, bytes: Uint8Array): void;
  get(hash: string): Uint8Array | null;
  /** Of each piece, in order. */
  hashes(): Iterable<string>;
  lengths(): Iterable<number>;
  /** Of all pieces. */
  bytes(): Uint8Array;
  readonly count: number;
  readonly full: boolean;
}

export function createParcel(): Parcel {
  const places = new Map<string, { at: number; length: number }>();
  let room: Buffer | null = null;
  let size = 0;
  return {
    add(hash, bytes) {
      // Copied, as what comes from a connection is a small part of a large buffer.
      if (room === null || size + bytes.length > room.length) {
        const wider = Buffer.allocUnsafeSlow(Math.max(ROOM, size + bytes.length));
        room?.copy(wider, 0, 0, size);
        room = wider;
      }
      room.set(bytes, size);
      places.set(hash, { at: size, length: bytes.length });
      size += bytes.length;
    },
    get(hash) {
      const place = places.get(hash);
      return place && room ? room.subarray(place.at, place.at + place.length) : null;
    },
    hashes: () => places.keys(),
    lengths: () => Array.from(places.values(), ({ length }) => length),
    bytes: () => room?.subarray(0, size) ?? Buffer.alloc(0),
    get count() {
      return places.size;
    },
    get full() {
      return size >= FULL;
    },
  };
}

export const recordSize = (parcel: Parcel, { bytes }: Squeezed): number => HEAD + parcel.count * ENTRY + bytes.length;

/** Writes the record of a parcel into bytes of `recordSize`. */
export function writeRecord(parcel: Parcel, { code, bytes }: Squeezed, into: Buffer): void {
  into[0] = code;
  into.writeUInt32LE(parcel.count, 1);
  let at = HEAD;
  for (const hash of parcel.hashes()) {
    into.write(hash, at, 'hex');
    at += ENTRY;
  }
  at = HEAD + HASH_BYTES;
  for (const length of parcel.lengths()) {
    into.writeUInt32LE(length, at);
    at += ENTRY;
  }
  into.set(bytes, at - HASH_BYTES);
}

/** Hashes of the pieces in a record. */
export function hashesIn(record: Buffer): string[] {
  return Array.from({ length: record.readUInt32LE(1) }, (_, i) => record.toString('hex', HEAD + i * ENTRY, HEAD + i * ENTRY + HASH_BYTES));
}

/** One piece of a record; null when it is not in it, or the record is damaged. */
export function pieceIn(record: Buffer, hash: string): Uint8Array | null {
  const hashes = hashesIn(record);
  const piece = hashes.indexOf(hash);
  const bytes = piece < 0 ? null : unsqueeze({ code: record[0] as number, bytes: record.subarray(HEAD + hashes.length * ENTRY) });
  if (bytes === null) return null;
  const lengths = hashes.map((_, i) => record.readUInt32LE(HEAD + i * ENTRY + HASH_BYTES));
  const from = lengths.slice(0, piece).reduce((sum, length) => sum + length, 0);
  return bytes.subarray(from, from + (lengths[piece] as number));
}
