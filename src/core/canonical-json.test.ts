import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The definition, slow and short. */
const defined = (value: unknown): string =>
  JSON.stringify(value, (_key, v) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : v,
  );

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ b: 1, '10': 1, '9': 1, '': 1 }, '{"9":1,"10":1,"":1,"b":1}'],
    [{ '01': 1, '1': 2, '-1': 3 }, '{"1":2,"-1":3,"01":1}'],
    [{ a: undefined, b: () => 1, c: [undefined, null] }, '{"c":[null,null]}'],
    [{ at: new Date(0), n: [Number.NaN, -0, 1e21] }, '{"at":"1970-01-01T00:00:00.000Z","n":[null,0,1e+21]}'],
    [{ 县: '“县”\u2028\ud800', '\uff01': 1, '\ud83d\ude00': 2 }, '{"县":"“县”\u2028\\ud800","\ud83d\ude00":2,"\uff01":1}'],
    ['甲', '"甲"'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
  ])('of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(defined(value)).toBe(text);
  });

  it('is what the definition says of any data', () => {
    let state = 7;
    const below = (n: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const words = ['', 'a', 'B', 'aa', '0', '7', '12', '4294967295', '012', '栏目', '\u0001"\\', '__proto__', 'toJSON', '\ud83d\ude00'];
    const word = (): string => words[below(words.length)] as string;
    const any = (depth: number): unknown => {
      const kind = below(depth > 0 ? 8 : 5);
      if (kind === 0) return word();
      if (kind === 1) return below(1_000) / 7;
      if (kind === 2) return [null, true, false, undefined][below(4)];
      if (kind === 3) return new Date(below(1_000_000));
      if (kind === 4) return word().repeat(3);
      if (kind === 5) return Array.from({ length: below(5) }, () => any(depth - 1));
      return Object.fromEntries(Array.from({ length: below(6) }, () => [word(), any(depth - 1)]));
    };
    for (let i = 0; i < 3_000; i++) {
      const value = { of: any(4) };
      expect(canonicalJson(value)).toBe(defined(value));
    }
  });
});
