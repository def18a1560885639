import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES, MAX_ZIP_PARTS } from './limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** What is wrong with a zip container before anything reads it; null when it can be handed on. */
export type ZipTrouble = 'broken' | 'too-big' | 'too-many-parts' | 'password';

/**
 * Unpacks every part once with a hard ceiling, because the sizes a zip declares can lie
 * and the workbook reader has no ceiling of its own.
 */
export function zipTrouble(bytes: Uint8Array): ZipTrouble | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return 'broken';
  const parts = zip.readUInt16LE(end + 10);
  if (parts > MAX_ZIP_PARTS) return 'too-many-parts';
  let at = zip.readUInt32LE(end + 16);
  let room = MAX_UNPACKED_BYTES;
  for (let i = 0; i < parts; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return 'broken';
    if (zip.readUInt16LE(at + 8) & 1) return 'password';
    const size = unpackedSize(zip, at, room);
    if (typeof size !== 'number') return size;
    room -= size;
    if (room < 0) return 'too-big';
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return null;
}

function unpackedSize(zip: Buffer, entry: number, room: number): number | ZipTrouble {
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
    return crc32(data) === zip.readUInt32LE(entry + 16) ? data.length : 'broken';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'broken';
  }
}
