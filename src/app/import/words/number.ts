const DIGITS = '〇一二三四五六七八九';

/** 12, 十二, 两, 三十一 as a number; null when it is none. Enough for days, months and lengths of time. */
export function smallNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text.replace('两', '二'));
  if (!match || text === '') return null;
  const [, first, ten, last] = match as unknown as [string, string, string, string];
  const digit = (c: string): number => Math.max(0, DIGITS.indexOf(c));
  if (ten) return (first ? digit(first) : 1) * 10 + digit(last);
  return first && !last ? digit(first) : null;
}

/** Year written digit by digit: 二〇二二 → 2022; null when it is none. */
export function yearDigits(text: string): string | null {
  const digits = [...text.replace(/[○零]/g, '〇')].map((c) => DIGITS.indexOf(c));
  return digits.length === 4 && digits.every((d) => d >= 0) ? digits.join('') : null;
}

/** A whole number from 0 as tables print it: 1,234, 1234条, 12.0; null when it is none. `text` is folded. */
export function countOf(text: string): number | null {
  const digits = text.replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '').replace(/ ?(条|处|个|次|件|项|家|篇|人次|人)$/, '');
  return /^\d{1,9}(\.0+)?$/.test(digits) ? Number(digits) : null;
}
