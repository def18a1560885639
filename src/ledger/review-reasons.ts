import type { Category } from '../core/category.ts';

/** Why a finding is no problem (不予认定的理由), as the desk offers them; other words may be typed. */
export const REJECT_REASONS = {
  fine: '核实无误，不属于问题',
  misread: '系统读取有误，页面上并非如此',
  restored: '复核时已恢复，属临时故障',
  misplaced: '位置或者责任单位有误',
  not_due: '按规定不需要更新或公开',
  unproved: '佐证不足，不能认定',
  weakness: '只是薄弱环节，不作问题通报',
} as const;
export type RejectReason = keyof typeof REJECT_REASONS;

/** Why a place is excused until a day (豁免的理由). */
export const EXEMPT_REASONS = {
  nothing_happened: '年内未发生',
  being_moved: '网站、栏目正在迁移或者改版',
  reorganised: '机构改革，职能调整中',
  to_be_removed: '栏目已申请停用',
  not_disclosed: '按规定不予公开',
} as const;
export type ExemptReason = keyof typeof EXEMPT_REASONS;

/**
 * 薄弱环节 (seeds V08): what the machine only warns of and no sheet fails anybody for. Entered by hand it may be listed in a notice,
 * never held against a unit.
 */
export const WEAKNESSES: readonly Category[] = ['column_due_soon', 'account_low_output', 'account_weekly_minimum'];
