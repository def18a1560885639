/** 问题状态: what the acts on a problem add up to. Overdue is not a state, it is a deadline in the past. */
export const PROBLEM_STATUSES = {
  suspected: '待确认',
  self_found: '自查发现',
  self_fixed: '自查已整改',
  confirmed: '待交办',
  handed_over: '已交办',
  received: '整改中',
  disputed: '有异议',
  rectified: '待复核',
  partly_rectified: '整改不彻底',
  not_rectified: '未整改',
  rechecked_ok: '待销号',
  exempted: '已豁免',
  closed: '已销号',
  rejected: '不予认定',
  merged: '已并入',
  withdrawn: '已撤销',
} as const;
export type ProblemStatus = keyof typeof PROBLEM_STATUSES;
export const PROBLEM_STATUS_CODES = Object.keys(PROBLEM_STATUSES) as ProblemStatus[];

/**
 * Stock (存量): accepted as a problem and not yet struck off. What is only suspected is nobody's problem yet,
 * what a unit found by itself counts against nobody (主动巡网, seeds M20), what is exempted is excused until its end.
 */
export const STOCK_STATUSES = [
  'confirmed',
  'handed_over',
  'received',
  'disputed',
  'rectified',
  'partly_rectified',
  'not_rectified',
  'rechecked_ok',
] as const satisfies readonly ProblemStatus[];

export const inStock = (status: ProblemStatus): boolean => (STOCK_STATUSES as readonly ProblemStatus[]).includes(status);

/** The next move is the unit's; only these can be late. */
export const waitsForUnit = (status: ProblemStatus): boolean =>
  status === 'handed_over' || status === 'received' || status === 'partly_rectified' || status === 'not_rectified';
