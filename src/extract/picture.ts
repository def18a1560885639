import { createHash } from 'node:crypto';

/** What a picture shows, apart from what its file says beside it. */
export interface PictureContent {
  width: number;
  height: number;
  /** SHA-256 of the coded picture alone: another name, place, camera or comment in the same file gives the same. */
  hash: string;
}

/** Size and content of a PNG or JPEG; null when the bytes end early or are not one. */
export function readPicture(bytes: Uint8Array): PictureContent | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > 33 && buffer.subarray(0, 8).equals(PNG)) return readPng(buffer);
  return buffer.length > 4 && buffer.readUInt16BE(0) === 0xffd8 ? readJpeg(buffer) : null;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Palette and pixels decide what is seen; how the pixels are cut into chunks does not. */
const SEEN = new Set(['IHDR', 'PLTE', 'IDAT']);

function readPng(buffer: Buffer): PictureContent | null {
  const hash = createHash('sha256');
  let size: { width: number; height: number } | null = null;
  for (let at = 8; at + 12 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const name = buffer.toString('latin1', at + 4, at + 8);
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (data.length < length) return null;
    if (name === 'IHDR' && length >= 13) size = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
    if (name === 'IEND') return size && { ...size, hash: hash.digest('hex') };
    if (SEEN.has(name)) hash.update(data);
    at += 12 + length;
  }
  return null;
}

const END = 0xd9;
const SCAN = 0xda;
/** APP0 to APP15 and comments: camera, place, editing program, thumbnail. */
const isBeside = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
/** Frames, without DHT, JPG and DAC between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(buffer: Buffer): PictureContent | null {
  const hash = createHash('sha256');
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 2 <= buffer.length; ) {
    if (buffer[at] !== 0xff) return null;
    const marker = buffer[at + 1] as number;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === END) return size && { ...size, hash: hash.digest('hex') };
    if (at + 4 > buffer.length) return null;
    const end = at + 2 + buffer.readUInt16BE(at + 2);
    if (end > buffer.length || end < at + 4) return null;
    if (isFrame(marker) && end - at >= 9) size = { height: buffer.readUInt16BE(at + 5), width: buffer.readUInt16BE(at + 7) };
    const next = marker === SCAN ? endOfScan(buffer, end) : end;
    if (!isBeside(marker)) hash.update(buffer.subarray(at, next));
    at = next;
  }
  return null;
}

/** Coded data goes on until a marker that is neither a stuffed zero nor a restart. */
function endOfScan(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(0xff, from); at !== -1; at = buffer.indexOf(0xff, at + 1)) {
    const next = buffer[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return buffer.length;
}
