import { describe, expect, it } from 'vitest';
import { numberParts, printedNumber } from './document-number.ts';

describe('document number', () => {
  it.each([
    ['郎政公开办〔2022〕12号', '郎政公开办〔2022〕12号'],
    ['郎政公开办[2022]012号', '郎政公开办〔2022〕12号'],
    ['郎政公开办（２０２２）１２号 ', '郎政公开办〔2022〕12号'],
    ['2022年第3期', '2022年第3期'],
    ['  ', null],
    [null, null],
  ])('%s is printed %s', (typed, printed) => {
    expect(printedNumber(typed)).toBe(printed);
  });

  it('is year and serial only in its own form', () => {
    expect(numberParts('苍府办函〔2020〕7号')).toEqual({ prefix: '苍府办函', year: 2020, number: 7 });
    expect(numberParts('第7号')).toBeNull();
  });
});
