import type { CalendarDate } from '../../core/date.ts';
import type { PeriodKind } from '../../core/period.ts';

/** Where the entries of an item come from (计分依据); `hand` = only what a person enters with proof. */
export const ENTRY_SOURCES = {
  monitoring: '各期检查结果',
  recheck: '复查不合格',
  overdue: '超期未整改（按天）',
  late: '逾期才整改',
  named: '通报点名',
  praised: '通报表扬',
  prompt_slow: '工作提示落实迟缓',
  prompt_fast: '工作提示落实较快',
  self_found: '自查发现并整改',
  hand: '人工记分',
} as const;
export type EntrySource = keyof typeof ENTRY_SOURCES;

/** Sources that only give; all others but `hand` only take away. */
const GIVING: readonly EntrySource[] = ['praised', 'prompt_fast', 'self_found'];

/** One item (考核项目) of a year's scheme. Points are in marks, at most two decimals. */
export interface AssessmentItem {
  id: string;
  name: string;
  /** 基本分 every unit begins with. */
  base: number;
  effect: 'deduct' | 'bonus';
  source: EntrySource;
  /** Marks of one entry: a failed channel of weight 1, a failed recheck, a day past the limit, a notice. */
  points: number;
  /** Marks of the milder case: 未能认定 for monitoring, 整改不彻底 for a recheck; 0 = none. */
  milder: number;
  /** The most the item may take away or add for a unit; null = no limit (seeds E06). */
  cap: number | null;
  /** Monitoring only: weight of a period by kind; a kind that is absent does not feed the year (seeds E02). */
  weights: Readonly<Partial<Record<PeriodKind, number>>>;
}

/** 考核实施方案 of one year. Each year has its own copy: changing one leaves the others as they are (seeds E03). */
export interface AssessmentScheme {
  year: number;
  title: string;
  /** 文号 of the document that sets it; null until it is issued. */
  documentNumber: string | null;
  validFrom: CalendarDate;
  validTo: CalendarDate;
  items: readonly AssessmentItem[];
}

/** What is wrong with a scheme, by field as the page names them; empty when nothing is. */
export function schemeFaults(scheme: AssessmentScheme): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  const { year, validFrom, validTo, items } = scheme;
  if (validTo < validFrom) faults.push({ field: '有效期', message: `止期 ${validTo} 早于起期 ${validFrom}` });
  if (!validFrom.startsWith(`${year}-`) && validFrom > `${year}-12-31`)
    faults.push({ field: '有效期', message: `起期 ${validFrom} 晚于 ${year} 年` });
  if (items.length === 0) faults.push({ field: '考核项目', message: '至少要有一个项目' });
  items.forEach((item, i) => {
    const field = `第 ${i + 1} 项“${item.name}”`;
    const same = items.findIndex(({ id, name }) => id === item.id || name === item.name);
    if (same < i) faults.push({ field, message: `与第 ${same + 1} 项重名` });
    if (item.effect === 'bonus' && !GIVING.includes(item.source) && item.source !== 'hand')
      faults.push({ field, message: `“${ENTRY_SOURCES[item.source]}”只能扣分` });
    if (item.effect === 'deduct' && GIVING.includes(item.source))
      faults.push({ field, message: `“${ENTRY_SOURCES[item.source]}”只能加分` });
    if (item.source !== 'hand' && item.points <= 0) faults.push({ field, message: '每笔分值应大于 0' });
    if (item.source === 'monitoring' && !Object.values(item.weights).some((weight) => weight > 0))
      faults.push({ field, message: '月度、季度的权重至少有一个大于 0' });
  });
  return faults;
}
