/**
 * `100 × numerator / denominator` with a fixed number of decimals, rounded half up, in whole-number arithmetic:
 * no float ever decides a printed digit. `percentText(29, 41, 1)` is `70.7`; null when there is no base to divide by.
 * @throws RangeError unless both are whole numbers and not negative.
 */
export function percentText(numerator: number, denominator: number, decimals: number): string | null {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator < 0)
    throw new RangeError(`a percentage needs counts: ${numerator} of ${denominator}`);
  if (denominator === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const twice = 2n * 100n * scale * BigInt(numerator);
  const base = BigInt(denominator);
  const units = (twice + base) / (2n * base);
  const whole = (units / scale).toString();
  return decimals === 0 ? whole : `${whole}.${(units % scale).toString().padStart(decimals, '0')}`;
}
