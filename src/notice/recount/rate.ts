import { halfUpRatio } from '../../core/half-up.ts';

/** Ways offices bring a share to its last decimal. */
export const ROUNDINGS = ['half-up', 'half-even', 'cut-off'] as const;
export type Rounding = (typeof ROUNDINGS)[number];
export const ROUNDING_NAMES: Record<Rounding, string> = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', 'cut-off': '直接舍去' };

/** `100 × part / base` as printed with a number of decimals; both are brought to whole numbers first. */
export function share(part: number, base: number, decimals: number, rounding: Rounding = 'half-up'): number {
  const scale = 10 ** Math.max(decimalsOf(part), decimalsOf(base));
  const [n, d] = [BigInt(Math.round(Math.abs(part) * scale)) * 100n, BigInt(Math.round(base * scale))];
  const sign = part < 0 ? -1 : 1;
  if (rounding === 'half-up') return sign * halfUpRatio(n, d, decimals);
  const scaled = n * 10n ** BigInt(decimals);
  const [whole, left] = [scaled / d, scaled % d];
  const up = rounding === 'half-even' && (left * 2n > d || (left * 2n === d && whole % 2n === 1n));
  return (sign * Number(up ? whole + 1n : whole)) / 10 ** decimals;
}

/** How a stated share comes from a part and its base; null when no way of rounding gives it. */
export function roundingOf(stated: number, part: number, base: number, decimals: number): Rounding | null {
  if (base <= 0) return null;
  return ROUNDINGS.find((rounding) => Math.abs(share(part, base, decimals, rounding) - stated) < 10 ** -(decimals + 2)) ?? null;
}

/** The whole number of which a share of `base` was stated; null when none gives it, or when too many would. */
export function partOf(stated: number, base: number, decimals: number): number | null {
  if (base <= 0 || base >= 100 * 10 ** decimals) return null;
  const near = Math.round((stated * base) / 100);
  return [near, near - 1, near + 1].find((part) => part >= 0 && part <= base && roundingOf(stated, part, base, decimals) !== null) ?? null;
}

const decimalsOf = (value: number): number => `${value}`.split('.')[1]?.length ?? 0;
