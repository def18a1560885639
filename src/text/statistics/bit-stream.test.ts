import { describe, expect, it } from 'vitest';
import { packRising, unpackRising } from './bit-stream.ts';

describe('packRising', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['one key', [7]],
    ['zero and the greatest', [0, 2 ** 32 - 1]],
    ['neighbours', [5, 6, 7, 8]],
    ['many', Array.from({ length: 1_000 }, (_, i) => i * 4_294_967 + (i % 7))],
  ])('gives back %s', (_name, keys) => {
    const { bytes, shift } = packRising(Uint32Array.from(keys));
    expect([...unpackRising(bytes, shift, keys.length)]).toEqual(keys);
  });
});
