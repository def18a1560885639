import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
};

/** A real grey PNG of one shade; `note` stands in the file beside the picture, as programs and cameras write it. */
export function png(
  shade: number,
  { size = 4, note = '', claim = size }: { size?: number; note?: string; claim?: number } = {},
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(claim, 0);
  head.writeUInt32BE(claim, 4);
  head[8] = 8;
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(size, shade)]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(note ? [chunk('tEXt', Buffer.from(`Comment\0${note}`, 'latin1'))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The marks of a JPEG of 8 × 8 with some coded data; nothing decodes it, readers of its parts do. */
export function jpeg(data: number, note = ''): Uint8Array {
  const segment = (marker: number, bytes: readonly number[]): number[] => [0xff, marker, 0, bytes.length + 2, ...bytes];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(note ? segment(0xe1, [...Buffer.from(note)]) : []),
    ...segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[data, 0xff, 0, 1],
    ...[0xff, 0xd9],
  ]);
}

/** A real JPEG of what `seed` shows, of any size: what a camera took, and what a messenger made of it. */
export async function photo(seed: number, { width = 640, quality = 90 } = {}): Promise<Uint8Array> {
  const height = (width * 3) / 4;
  const data = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      data[y * width + x] = 128 + 70 * Math.sin(u * (40 + seed * 7) + 3 * Math.sin(v * 31)) + 40 * Math.cos(v * (80 - seed * 5) + u * 11);
    }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer();
}
