import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

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
  const count = zip.readUInt16LE(end + 10);
  if (count > most.parts) return 'too-many-parts';
  const parts = new Map<string, ZipPart>();
  let at = zip.readUInt32LE(end + 16);
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

function unpacked(zip: Buffer, entry: number, room: number): Buffer | ZipTrouble {
  const method = zip.readUInt16LE(entry + 10);
  const packed = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
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
