import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Deflate looks back 32 KB at most, so a page is cut into blocks, each with the same stretch of the base around it as dictionary. */
const BLOCK = 16_384;
const BEFORE = 8_192;
const DICTIONARY = 32_768;

const stretch = (base: Uint8Array, at: number): Uint8Array =>
  base.subarray(Math.max(0, at - BEFORE), Math.max(0, at - BEFORE) + DICTIONARY);

/** Bytes a page takes when an earlier page is at hand to be repeated from; a length of 4 bytes before each block. */
export function sizeAgainst(base: Uint8Array, page: Uint8Array): number {
  let size = 0;
  for (let at = 0; at < page.length; at += BLOCK) {
    const block = page.subarray(at, at + BLOCK);
    const dictionary = stretch(base, at);
    const options = dictionary.length > 0 ? { dictionary, level: 9 } : { level: 9 };
    const small = deflateRawSync(block, options);
    // The figure is only worth something if the page comes back.
    if (!inflateRawSync(small, options).equals(block)) throw new Error('a block did not come back');
    size += small.length + 4;
  }
  return size;
}
