import { printNumber } from '../figure.ts';
import { roundingOf, share } from '../rate.ts';

/** The mean of some numbers as it would be printed, and whether a stated one is it, however rounded. */
export function meanOf(values: readonly number[], stated: number, decimals: number): { agrees: boolean; printed: string } {
  const scale = 10 ** Math.max(0, ...values.map((value) => `${value}`.split('.')[1]?.length ?? 0));
  const sum = values.reduce((all, value) => all + Math.round(value * scale), 0);
  const base = values.length * scale * 100;
  return { agrees: roundingOf(stated, sum, base, decimals) !== null, printed: printNumber(share(sum, base, decimals), decimals, '') };
}
