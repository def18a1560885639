import { z } from 'zod';
import { isLimit } from '../../core/limit.ts';

/** An ISO duration as an option. */
export const limitOption = (standard: string, words: string) =>
  z.string().refine(isLimit, '应为 P14D、P2W、P6M、P1Y 形式的时限').default(standard).describe(words);

/** A whole number as an option. */
export const countOption = (standard: number, words: string, least = 0) => z.int().min(least).default(standard).describe(words);

/** How old the last look may be before a check says that nobody looked. */
export const lookWithinDays = () => countOption(7, '最近一次查看距监测日最多几天，更早视为未检查');

/** How long ago an adapter may last have vouched for the completeness of the posts it saw. */
export const freshWithinDays = () => countOption(3, '采集渠道最近一次确认“已看全”距监测日最多几天，更早不认定');
