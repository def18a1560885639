import type { Limit } from '../../../core/limit.ts';
import { fold } from './fold.ts';
import { smallNumber } from './number.ts';

const NONE = /^(不限|不限时|不限期|无|无期限|无时限|没有|长期|长期公开|-+|—+|\/)$/;
const UNITS = { 日: 'D', 天: 'D', 周: 'W', 星期: 'W', 个星期: 'W', 月: 'M', 个月: 'M', 季度: 'Q', 个季度: 'Q', 年: 'Y' } as const;

/**
 * 更新时限 in the field's words: 半年, 6个月, 一年内, 两周, 14天, 每季度, 90天, P6M; `null` = 不限.
 * Undefined when it names no length of calendar time (及时, 5个工作日).
 * Weeks become days, so that 两周 and 14天 are one limit.
 */
export function limitOf(text: string): Limit | null | undefined {
  const bare = fold(text).replace(/ /g, '');
  if (NONE.test(bare)) return null;
  const iso = /^P(\d{1,4})([DWMY])$/i.exec(bare);
  if (iso) return limit(Number(iso[1]), (iso[2] as string).toUpperCase());
  const words = bare
    .replace(/^(至少|不超过|超过|最长|每|按)/, '')
    .replace(/(之内|以内|内|更新|至少|[1一]次|不更新|未更新)+$/, '')
    .replace(/(至少)?更新$/, '');
  if (/^半个?年$/.test(words)) return 'P6M';
  const match = /^(\d{1,4}|[一二两三四五六七八九十]{1,3})?(日|天|周|个?星期|个?月|个?季度?|年)$/.exec(words);
  if (!match) return undefined;
  const count = match[1] === undefined ? 1 : smallNumber(match[1]);
  const unit = (match[2] as string).replace(/季$/, '季度') as keyof typeof UNITS;
  return limit(count, UNITS[unit]);
}

function limit(count: number | null, unit: string): Limit | undefined {
  if (count === null || count < 1) return undefined;
  if (unit === 'W') return `P${count * 7}D`;
  if (unit === 'Q') return `P${count * 3}M`;
  return `P${count}${unit}`;
}
