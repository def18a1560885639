import { percentText } from '../core/decimal.ts';

/**
 * 合格率 in per cent, half up, decided in whole numbers: 29 of 41 with one decimal is 70.7. Null when the base is empty, and when all
 * of it is `undecided`: that nobody could be judged is not that nobody passed.
 * Throws RangeError when more pass than there are, or a count is no count.
 */
export function passRate(base: number, passing: number, decimals: number, undecided: number): number | null {
  if (passing + undecided > base) throw new RangeError(`more pass (${passing}) or stay undecided (${undecided}) than there are (${base})`);
  if (undecided === base) return null;
  const text = percentText(passing, base, decimals);
  return text === null ? null : Number(text);
}
