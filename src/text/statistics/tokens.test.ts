import { describe, expect, it } from 'vitest';
import { BREAK, tokenise } from './tokens.ts';

const shown = (block: string): string[] => {
  const { starts, ends, length } = tokenise(block);
  return Array.from({ length: length - 2 }, (_, i) => block.slice(starts[i + 1], ends[i + 1]));
};

describe('tokenise', () => {
  it.each([
    ['政府信息', ['政', '府', '信', '息']],
    ['2026年1,200.5万元', ['2026', '年', '1,200.5', '万', '元']],
    ['占3.5%，', ['占', '3.5', '%', '，']],
    ['第3,号', ['第', '3', ',', '号']],
    ['用5G和App', ['用', '5', 'G', '和', 'App']],
    ['“放管服” 改革', ['放', '管', '服', '改', '革']],
    ['好。坏', ['好', '。', '坏']],
    ['', []],
  ])('%s', (block, tokens) => {
    expect(shown(block)).toEqual(tokens);
  });

  it('reads a mark in either width as one, and all digits as one', () => {
    const idsOf = (block: string): number[] => {
      const { ids, length } = tokenise(block);
      return [...ids.slice(0, length)];
    };
    expect(idsOf('甲,乙(12)')).toEqual(idsOf('甲，乙（7890）'));
  });

  it('stands between two breaks', () => {
    const { ids, length } = tokenise('甲');
    expect([ids[0], ids[length - 1]]).toEqual([BREAK, BREAK]);
  });
});
