/** A count as people state it: exact, or with no more than its lower end known (4500余 = at least 4500). */
export interface Approximate {
  /** Whole number; the lower end where `atLeast`. */
  value: number;
  atLeast: boolean;
}

/** Sign behind a number that leaves the upper end open. */
const MORE = '余|多|\\+|＋|以上';
const FORM = new RegExp(
  `^(超过|逾|超|不少于|至少)?(\\d{1,3}(?:[,，]\\d{3})+|\\d{1,12})(?:\\.(\\d{1,4}))?(${MORE})?(万|亿|[wW])?(${MORE})?(?:人次|条次|次|条|人|个|件|篇|起)?(${MORE})?$`,
);
const UNITS: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, W: 10_000, 亿: 100_000_000 };

/**
 * Reads 4500余, 10万+, 1.2万余人次, 超过300条, 1,234 (seeds R12). 近 and 约 leave the lower end open too and are refused: null,
 * as for anything else that is no whole count.
 */
export function readApproximate(text: string): Approximate | null {
  const bare = text.replace(/\s/g, '').replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const match = FORM.exec(bare);
  if (!match) return null;
  const [, over, whole = '', part = '', more, unit, moreAfter, moreLast] = match;
  const size = unit === undefined ? 1 : (UNITS[unit] as number);
  const decimals = part === '' ? 0 : (Number(part) * size) / 10 ** part.length;
  if (!Number.isInteger(decimals) || (unit === undefined && part !== '')) return null;
  const value = Number(whole.replace(/[,，]/g, '')) * size + decimals;
  // 1.2万 is a rounded figure: what stands behind the last printed digit is unknown, and platforms cut, never round up.
  const open = over !== undefined || more !== undefined || moreAfter !== undefined || moreLast !== undefined || part !== '';
  return Number.isSafeInteger(value) ? { value, atLeast: open } : null;
}

/** As a notice prints it: 4500余, 1234. */
export const printApproximate = ({ value, atLeast }: Approximate): string => `${value}${atLeast ? '余' : ''}`;
