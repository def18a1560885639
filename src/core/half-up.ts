/**
 * `numerator / denominator` rounded half up (四舍五入) to `decimals` places, without binary fractions in between:
 * 0.5 of the last place always goes up, which floating point cannot promise. Both must be whole and not negative.
 */
export function halfUpRatio(numerator: bigint, denominator: bigint, decimals: number): number {
  if (denominator <= 0n || numerator < 0n) throw new RangeError('halfUpRatio wants numerator ≥ 0 and denominator > 0');
  const scaled = (numerator * 10n ** BigInt(decimals) * 2n + denominator) / (denominator * 2n);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  return Number(decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}
