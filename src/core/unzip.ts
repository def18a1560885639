import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const END_64_AT = 0x07064b50;
/** What a field of the old form holds where its number stands in the wide form (zip64); writers of tables use it for small files too. */
const WIDE = { 16: 0xffff, 32: 0xffffffff } as const;
const WIDE_EXTRA = 0x0001;

/** Why a zip container is not unpacked. */
export type ZipTrouble = 'broken' | 'too-big' | 'too-many-parts' | 'password';

/** One file of a zip: its name in the bytes it is written in, as their encoding is often not said. */
export interface ZipPart {
  name: Buffer;
  bytes: Buffer;
}

/**
 * Unpacks every part of a zip within hard limits, whatever it says of itself. Libraries are handed what came out and never the
 * container: each of them reads its numbers, sizes and names another way, so one that was measured by us would be another to them.
 * A part that is named twice is the last of them.
 */
export function unzip(bytes: Uint8Array, most: { bytes: number; parts: number }): ZipPart[] | ZipTrouble {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return 'broken';
  const directory = directoryAt(zip, end);
  if (directory === null) return 'broken';
  const { count } = directory;
  if (count > most.parts) return 'too-many-parts';
  const parts = new Map<string, ZipPart>();
  let { at } = directory;
  let room = most.bytes;
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return 'broken';
    if (zip.readUInt16LE(at + 8) & 1) return 'password';
    const data = unpacked(zip, at, room);
    if (typeof data === 'string') return data;
    room -= data.length;
    if (room < 0) return 'too-big';
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, nameEnd);
    parts.set(name.toString('latin1'), { name, bytes: data });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return [...parts.values()];
}

/** How many entries there are, and where they begin; null where that cannot be told. */
function directoryAt(zip: Buffer, end: number): { count: number; at: number } | null {
  const [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const pointer = end - 20;
  if ((count !== WIDE[16] && at !== WIDE[32]) || pointer < 0 || zip.readUInt32LE(pointer) !== END_64_AT) return { count, at };
  const record = wide(zip, pointer + 8);
  if (record + 56 > zip.length || zip.readUInt32LE(record) !== END_64) return null;
  return { count: wide(zip, record + 32), at: wide(zip, record + 48) };
}

/** A number of eight bytes; one too large for any file here lies beyond every end. */
const wide = (zip: Buffer, at: number): number => Number(zip.readBigUInt64LE(at));

/** Packed size and place of an entry, from its wide form where the old one says so; null where that is not there. */
function placeOf(zip: Buffer, entry: number): { packed: number; local: number } | null {
  const [packed, size, local] = [20, 24, 42].map((field) => zip.readUInt32LE(entry + field)) as [number, number, number];
  if (packed !== WIDE[32] && local !== WIDE[32]) return { packed, local };
  let at = entry + 46 + zip.readUInt16LE(entry + 28);
  const end = Math.min(at + zip.readUInt16LE(entry + 30), zip.length);
  while (at + 4 <= end && zip.readUInt16LE(at) !== WIDE_EXTRA) at += 4 + zip.readUInt16LE(at + 2);
  // Only the fields that are wide stand there, in this order.
  let field = at + 4;
  const next = (said: number): number => {
    if (said !== WIDE[32]) return said;
    field += 8;
    return field > end ? Number.POSITIVE_INFINITY : wide(zip, field - 8);
  };
  next(size);
  const found = { packed: next(packed), local: next(local) };
  return Number.isFinite(found.packed + found.local) ? found : null;
}

function unpacked(zip: Buffer, entry: number, room: number): Buffer | ZipTrouble {
  const method = zip.readUInt16LE(entry + 10);
  const place = placeOf(zip, entry);
  if (place === null) return 'broken';
  const { packed, local } = place;
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) return 'broken';
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) return 'broken';
  if (method !== 0 && method !== 8) return 'broken';
  const kept = zip.subarray(from, from + packed);
  try {
    const data = method === 0 ? kept : inflateRawSync(kept, { maxOutputLength: Math.max(1, room) });
    // A part changed on its way would otherwise come in as other words.
    return crc32(data) === zip.readUInt32LE(entry + 16) ? data : 'broken';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'broken';
  }
}
