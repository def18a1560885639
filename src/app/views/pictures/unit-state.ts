import { type ProblemStatus, waitsForUnit } from '../../../ledger/status.ts';
import type { UnitStatusCount } from '../../../store/pictures-units.ts';

/** How a unit stands, the worst of what is open with it first. A unit is never called fine because nobody looked. */
export const UNIT_STATES = {
  overdue: '有逾期未整改',
  not_rectified: '复核未整改',
  partly_rectified: '整改不彻底',
  disputed: '有异议待答复',
  with_unit: '整改中',
  to_hand_over: '待交办',
  to_recheck: '待复核销号',
  clear: '无未销号问题',
  unseen: '未检查',
  no_channel: '未登记网站账号',
} as const;
export type UnitState = keyof typeof UNIT_STATES;
export const UNIT_STATE_CODES = Object.keys(UNIT_STATES) as UnitState[];

const OF_STATUS: Partial<Record<ProblemStatus, UnitState>> = {
  not_rectified: 'not_rectified',
  partly_rectified: 'partly_rectified',
  disputed: 'disputed',
  handed_over: 'with_unit',
  received: 'with_unit',
  confirmed: 'to_hand_over',
  rectified: 'to_recheck',
  rechecked_ok: 'to_recheck',
};

/** `channels` are those registered, `judged` those of which the last judgement could say anything. */
export function stateOfUnit(counts: readonly UnitStatusCount[], { channels, judged }: { channels: number; judged: number }): UnitState {
  if (counts.some(({ late, status }) => late > 0 && waitsForUnit(status))) return 'overdue';
  const open = counts.flatMap(({ status, count }) => (count > 0 ? (OF_STATUS[status] ?? []) : []));
  const worst = UNIT_STATE_CODES.find((state) => open.includes(state));
  if (worst) return worst;
  if (channels === 0) return 'no_channel';
  return judged === 0 ? 'unseen' : 'clear';
}
