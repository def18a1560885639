import { describe, expect, it } from 'vitest';
import { statedNumbers } from './stated-numbers.ts';

describe('numbers stated in text', () => {
  it.each([
    ['信息公开网站合格36家，合格率87.8%', ['36家', '87.8%']],
    ['全角数字３６家、８７．８％也一样', ['36家', '87.8%']],
    ['共检查三十六家网站', ['三十六家']],
    ['查出问题一百二十条', ['一百二十条']],
    ['2022年12月27日，2020年一季度，12月份，3月5日', []],
    ['国办秘函〔2019〕19号、《26个试点领域目录》', []],
    ['“郎溪之声966条”', []],
    ['每周更新不少于1次、不超过5个、至少3条', []],
    ['一是加强管理，逐条整改，先审后发', []],
    ['下降2.5个百分点', ['2.5个百分点']],
  ])('%s', (text, expected) => {
    expect(statedNumbers(text).map((n) => n.quote)).toEqual(expected);
  });

  it('reads Chinese numerals', () => {
    expect(statedNumbers('三十六家，两百零，一百二十条，十五件，三百零五家，两条').map((n) => n.value)).toEqual([36, 120, 15, 305, 2]);
  });

  it('keeps the words of the clause before it', () => {
    expect(statedNumbers('前一句。全县信息公开网站合格36家')[0]?.before).toBe('全县信息公开网站合格');
  });
});
