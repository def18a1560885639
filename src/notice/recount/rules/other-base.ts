import type { Stated } from '../figure.ts';
import { roundingOf } from '../rate.ts';

/** Bases of which the part would be the stated rate: the reader may know where such a number comes from. */
export function otherBase(rate: Stated, part: number): string[] {
  const middle = rate.value > 0 ? (part * 100) / rate.value : 0;
  const from = Math.max(part, Math.floor(middle) - 3);
  const fits = Array.from({ length: 7 }, (_, i) => from + i).filter(
    (base) => base > 0 && roundingOf(rate.value, part, base, rate.decimals) !== null,
  );
  return fits.slice(0, 2).map((base) => `如果基数是${base}，则为${rate.quote}`);
}
