import { describe, expect, it } from 'vitest';
import { type NumberRule, numberWords, readNumber } from './typed-number.ts';

const DAYS: NumberRule = { min: 1, max: 250 };

describe('a number as it is typed', () => {
  it.each<[typed: string, rule: NumberRule, value: number | null]>([
    ['', DAYS, null],
    [' 　', DAYS, null],
    ['1', DAYS, 1],
    ['250', DAYS, 250],
    ['２５０', DAYS, 250],
    [' 3 ', DAYS, 3],
    ['3\n', DAYS, 3],
    ['007', DAYS, 7],
    ['+3', DAYS, 3],
    ['3.0', DAYS, 3],
    ['1,000', { max: 1000 }, 1000],
    ['１，０００', { max: 1000 }, 1000],
    ['2。5', { places: 1 }, 2.5],
    ['２．５', { places: 1 }, 2.5],
    ['.5', { places: 1 }, 0.5],
    ['-0', { min: 0 }, 0],
    ['－0.50', { min: -0.5, places: 1 }, -0.5],
  ])('%j is %s → %s', (typed, rule, value) => {
    expect(readNumber(typed, rule)).toEqual({ value, fault: null });
  });

  it.each<[typed: string, rule: NumberRule]>([
    ['0', DAYS],
    ['251', DAYS],
    ['-1', DAYS],
    ['2.5', DAYS],
    ['十', DAYS],
    ['5天', DAYS],
    ['1 2 个', DAYS],
    ['1e2', DAYS],
    ['1,00', { max: 1000 }],
    ['0x10', DAYS],
    ['.', { places: 1 }],
    ['1.25', { places: 1 }],
    ['99999999999999999999', {}],
  ])('%j is refused and never changed', (typed, rule) => {
    expect(readNumber(typed, rule)).toEqual({ value: Number.NaN, fault: `允许的范围：${numberWords(rule)}` });
  });

  it.each<[NumberRule, string]>([
    [DAYS, '1 至 250 的整数'],
    [{ min: 0 }, '不小于 0 的整数'],
    [{ max: 0, places: 2 }, '不大于 0 的数，最多 2 位小数'],
    [{}, '整数'],
  ])('%j says what it takes', (rule, words) => {
    expect(numberWords(rule)).toBe(words);
  });
});
