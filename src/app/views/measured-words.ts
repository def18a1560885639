import { isLimit, limitName } from '../../core/limit.ts';
import type { Problem } from '../../ledger/event.ts';

/** Names of the numbers behind a verdict that a reader can argue with; others are kept, but not shown. */
const NAMES: Readonly<Record<string, string>> = {
  path: '栏目',
  limit: '更新时限',
  lastUpdate: '最近更新',
  days: '已过天数',
  daysLeft: '剩余天数',
  overdueDays: '超期天数',
  count: '数量',
  minimum: '应有数量',
  looks: '查看次数',
  visits: '访问次数',
  failed: '失败次数',
  percent: '失败比例（%）',
  available: '可访问率（%）',
  status: '状态码',
  url: '地址',
  target: '目标地址',
};

/** The measured values of a problem with their names, in a fixed order. */
export function measuredLines(measured: Problem['measured']): { name: string; value: string }[] {
  return Object.entries(NAMES).flatMap(([key, name]) => {
    const value = measured[key];
    if (value === undefined || value === null || value === '') return [];
    if (key === 'limit' && typeof value === 'string' && isLimit(value)) return [{ name, value: limitName(value) }];
    return [{ name, value: typeof value === 'boolean' ? (value ? '是' : '否') : String(value) }];
  });
}
