const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 as headings write them: 一, 十, 十二, 二十三. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Number of a heading in front of its words (GB/T 9704 7.3.3): 一、 （一） 1. （1）. */
function label(level: number, n: number): string {
  return ['', `${chineseNumber(n)}、`, `（${chineseNumber(n)}）`, `${n}.`, `（${n}）`][level] ?? '';
}

/**
 * What stands before each paragraph by its level (0 = no heading): numbers that begin again under each higher heading, or
 * the bullets of monthly reports.
 */
export function headingLabels(levels: readonly number[], marks: 'official' | 'bullets'): string[] {
  const counts = [0, 0, 0, 0, 0];
  return levels.map((level) => {
    if (marks === 'bullets') return level > 1 ? '●' : '';
    if (level > 0) {
      counts[level] = (counts[level] ?? 0) + 1;
      counts.fill(0, level + 1);
    }
    return label(level, counts[level] ?? 0);
  });
}
