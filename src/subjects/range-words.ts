import type { Area, AreaLevel } from './area.ts';

/** What the areas below one are called, as the head of a column. */
const BELOW: Readonly<Record<AreaLevel, string>> = { province: '地区', city: '区县', county: '乡镇', township: '地区' };

/** Words of 范围: an area with all below it (全市, 全省, 全州), and what those below are called. */
export function rangeWords({ name, level }: Pick<Area, 'name' | 'level'>): { whole: string; each: string } {
  const [kind] = /[省市州盟县区旗]$/.exec(name) ?? [''];
  return { whole: kind ? `全${kind}` : '全部', each: BELOW[level] };
}
