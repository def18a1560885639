import type { z } from 'zod';
import type { textErrors } from '../../../src/contract/endpoints/text-errors.ts';
import type { decision } from '../../../src/contract/text-review.ts';

export type Queue = z.output<(typeof textErrors)['output']>;
export type Item = Queue['rows'][number];
export type Place = Item['places'][number];
export type Decision = z.input<typeof decision>;
export type Act = Decision['act'];

export const SEVERITIES: Readonly<Record<number, string>> = { 1: '严重表述', 2: '重要', 3: '一般', 4: '格式' };
/** An item is one of a site; its key alone is the same on every site. */
export const idOf = ({ siteId, key }: Pick<Item, 'siteId' | 'key'>): string => `${siteId} ${key}`;
/** Items that stand for a whole page are confirmed or not; they have no right spelling. */
export const isWholePage = ({ kind }: Pick<Item, 'kind'>): boolean => kind.code === 'whole-page' || kind.code === 'off-topic';

/** How long ago a page was published, in words. */
export function ageOf(published: string | null, today: string): string {
  if (published === null) return '发布日期不明';
  const months =
    (Number(today.slice(0, 4)) - Number(published.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(published.slice(5, 7));
  if (months < 1) return '本月发布';
  return months < 12 ? `${months}个月前发布` : `${Math.floor(months / 12)}年前发布`;
}
