import type { Category } from '../core/category.ts';
import type { CalendarDate, Instant } from '../core/date.ts';

/** Acts on a problem (台账动作). Append-only; status is their projection. */
export const ACTS = [
  'found',
  'confirmed',
  'rejected',
  'merged',
  'undone',
  'handed_over',
  'received',
  'disputed',
  'upheld',
  'withdrawn',
  'reported_fixed',
  'rechecked_fixed',
  'rechecked_partly',
  'rechecked_not',
  'exempted',
  'closed',
  'reopened',
  'carried_over',
  'uncarried',
] as const;
export type Act = (typeof ACTS)[number];
export const ACT_NAMES: Record<Act, string> = {
  found: '发现',
  confirmed: '确认',
  rejected: '不予认定',
  merged: '并入',
  undone: '撤回',
  handed_over: '交办',
  received: '签收',
  disputed: '提出异议',
  upheld: '维持认定',
  withdrawn: '撤销',
  reported_fixed: '反馈整改',
  rechecked_fixed: '复核：已整改',
  rechecked_partly: '复核：整改不彻底',
  rechecked_not: '复核：未整改',
  exempted: '豁免',
  closed: '销号',
  reopened: '再次发现',
  carried_over: '结转下期',
  uncarried: '撤销后不计入期末',
};

/** Who acts. The machine finds and rechecks; office and centre confirm and reject (人工复核); only the office hands over and closes. */
export const ROLES = ['machine', 'office', 'centre', 'third_party', 'bureau', 'unit'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_NAMES: Record<Role, string> = {
  machine: '系统',
  office: '政务公开办',
  centre: '信息中心',
  third_party: '第三方',
  bureau: '行政审批局',
  unit: '责任单位',
};
export interface Actor {
  role: Role;
  unitId: string | null;
  name: string;
}

export interface ProblemEvent {
  problemId: string;
  /** From 1, no gaps. */
  seq: number;
  act: Act;
  at: Instant;
  /** Calendar day the act counts for (the monitored day, not the day of typing). */
  day: CalendarDate;
  by: Actor;
  reason: string | null;
  /** Evidence fact ids, deadline id, notice id, exemption end … by act. */
  data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** An act as far as the state of a problem follows from it. */
export type StateAct = Pick<ProblemEvent, 'problemId' | 'seq' | 'act' | 'day' | 'data'> & { by: Pick<Actor, 'role'> };

/** What does not change about a problem: identity and place. */
export interface Problem {
  id: string;
  areaId: string;
  unitId: string;
  /** The sub-unit it lies with, where `unitId` is the one above that is charged with it (seeds U08). */
  atUnitId?: string;
  channelId: string | null;
  category: Category;
  /** Fingerprint of the finding; the same finding later continues or reopens this problem. */
  fingerprint: string;
  placeLabel: string;
  placeUrl: string | null;
  text: string;
  measured: Readonly<Record<string, string | number | boolean | null>>;
  firstFoundOn: CalendarDate;
  /** Earlier problem of the same fingerprint that was closed before this one (seeds P12). */
  recurrenceOf: string | null;
}
