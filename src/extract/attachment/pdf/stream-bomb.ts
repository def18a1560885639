import { inflateSync } from 'node:zlib';

/** A smaller stream cannot unpack to more than the limit: deflate packs at most 1,032 to 1. */
const RATIO = 1_032;
const STREAM = Buffer.from('stream');
const HEAD = 2_048;
/** Streams of pictures are never unpacked for their text, and may be large. */
const PICTURE = /\/Subtype\s*\/Image|\/(?:DCT|JPX|CCITTFax|JBIG2)Decode/;

/** Whether a packed stream would unpack to more than `limit` bytes: the library would hold all of it. */
export function hasBomb(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const head = file.toString('latin1', Math.max(0, at - HEAD), at);
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')));
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || PICTURE.test(dictionary)) continue;
    const start = file[at + STREAM.length] === 0x0d ? at + STREAM.length + 2 : at + STREAM.length + 1;
    const end = file.indexOf('endstream', start);
    const body = file.subarray(start, end === -1 ? file.length : end);
    if (body.length * RATIO ** layers > limit && overflows(body, layers, limit)) return true;
    if (end === -1) return false;
    at = end;
  }
  return false;
}

function overflows(body: Buffer, layers: number, limit: number): boolean {
  let data = body;
  for (let layer = 0; layer < Math.min(layers, 4); layer++) {
    try {
      data = inflateSync(data, { maxOutputLength: limit });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    }
  }
  return false;
}
