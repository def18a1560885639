import { halfUpRatio } from './half-up.ts';

/**
 * `100 × numerator / denominator` as printed, with a fixed number of decimals, rounded half up without floats:
 * `percentText(29, 41, 1)` is `70.7`, `percentText(41, 41, 1)` is `100.0`; null when there is no base to divide by.
 * @throws RangeError unless both are whole numbers and not negative.
 */
export function percentText(numerator: number, denominator: number, decimals: number): string | null {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator < 0)
    throw new RangeError(`a percentage needs counts: ${numerator} of ${denominator}`);
  if (denominator === 0) return null;
  return halfUpRatio(100n * BigInt(numerator), BigInt(denominator), decimals).toFixed(decimals);
}
