import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../core/error.ts';
import { type ModelFile, packModel, unpackModel } from './model-file.ts';

const file: ModelFile = {
  parts: {
    single: Float64Array.from({ length: 65536 }, (_, id) => (id % 1000 === 0 ? id : 0)),
    pairs: Float64Array.from([65_537, 65_538, 0x4e004e01, 0x9fff9fff]),
    pairLevels: Uint8Array.from([1, 2, 3, 63]),
    triples: Float64Array.from([1, 99, 2 ** 48 - 1]),
    tripleLevels: Uint8Array.from([4, 5, 6]),
    longer: { keys: Uint32Array.from([0, 2 ** 32 - 1]), levels: Uint8Array.from([7, 8]) },
    forward: Float64Array.from([0.25, 0.5]),
    backward: Float64Array.from([0.125]),
    words: ['一', '一丘之貉', '丁'],
    wordLevels: Uint8Array.from([9, 10, 11]),
  },
  trees: {
    features: ['kind', 'gain'],
    base: -1.5,
    roots: Int32Array.from([0]),
    feature: Int8Array.from([1, -1, -1]),
    value: Float32Array.from([2.5, -1, 1]),
    left: Int32Array.from([1, 0, 0]),
  },
};

describe('model file', () => {
  it('gives back what was packed', () => {
    expect(unpackModel(packModel(file))).toEqual({
      ...file,
      parts: {
        ...file.parts,
        pairLevels: Buffer.from(file.parts.pairLevels),
        wordLevels: Buffer.from(file.parts.wordLevels),
        tripleLevels: Buffer.from([4, 5, 6]),
        longer: { ...file.parts.longer, levels: Buffer.from([7, 8]) },
      },
    });
  });

  it('is the same for the same parts', () => {
    expect(Buffer.from(packModel(file)).equals(packModel(file))).toBe(true);
  });

  it.each<[string, Uint8Array]>([
    ['another file', Buffer.from('PK\u0003\u0004 and so on, long enough')],
    ['a cut one', packModel(file).slice(0, -1)],
  ])('refuses %s with the next step', (_name, bytes) => {
    expect(() => unpackModel(bytes)).toThrow(MingchaError);
    try {
      unpackModel(bytes);
    } catch (error) {
      expect((error as MingchaError).next).toContain('lm.bin');
    }
  });
});
