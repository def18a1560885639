import { readSync } from 'node:fs';

const BLOCK = 16_384;
const KEPT = 64;

/** Reads pieces of a file whose bytes never change once they are there. */
export interface Blocks {
  /** Up to `size` bytes from a position on, fewer where the file ends. Valid until the next call. */
  read(position: number, size: number): Buffer;
}

/** Keeps the blocks of the file met last, one megabyte in all: what is read together was mostly written together. */
export function createBlocks(fd: number): Blocks {
  const blocks: { number: number; bytes: Buffer; filled: number }[] = [];
  let scratch = Buffer.allocUnsafe(0);
  return {
    read(position, size) {
      const number = Math.floor(position / BLOCK);
      const from = position - number * BLOCK;
      if (from + size > BLOCK) {
        if (scratch.length < size) scratch = Buffer.allocUnsafe(size);
        return scratch.subarray(0, readSync(fd, scratch, 0, size, position));
      }
      let block = blocks[number % KEPT];
      if (block === undefined) {
        block = { number: -1, bytes: Buffer.allocUnsafe(BLOCK), filled: 0 };
        blocks[number % KEPT] = block;
      }
      if (block.number !== number || block.filled < from + size) {
        block.number = number;
        block.filled = readSync(fd, block.bytes, 0, BLOCK, number * BLOCK); // the last block of the file grows
      }
      return block.bytes.subarray(from, Math.min(from + size, block.filled));
    },
  };
}
