import type { MatterAct, MatterKind, MatterState } from '../core/account-matter.ts';

/** Who acts in a matter: the unit, its 主管单位, the office, the monitoring centre, the machine. */
export const MATTER_ROLES = {
  unit: '主办单位',
  supervisor: '主管单位',
  office: '政务公开办',
  centre: '信息中心',
  machine: '系统',
} as const;
export type MatterRole = keyof typeof MATTER_ROLES;

export interface MatterStep {
  kinds: readonly MatterKind[];
  from: readonly (MatterState | 'new')[];
  act: MatterAct;
  by: readonly MatterRole[];
  /** `review`: the first review that is due. */
  to: MatterState | 'review';
}

const FILINGS = ['open', 'change', 'close', 'cancel'] as const;
const ALL = ['open', 'found', 'change', 'close', 'cancel', 'rectify'] as const;
const ENDINGS = ['found', 'close', 'cancel', 'rectify'] as const;
const OFFICE = ['office'] as const;
const UNIT = ['unit'] as const;

/**
 * The one table of account matters: kind × state × act × role → state. What is not here is refused. Filing before opening
 * (国办发〔2018〕123号, 分级备案; seeds R05); what is closed or cancelled ends with a report that the office accepts (R07, P15);
 * a cancelled account is looked at again after the platform's grace time and comes back when it answers (R08).
 */
const TABLE: readonly MatterStep[] = [
  { kinds: FILINGS, from: ['new'], act: 'asked', by: UNIT, to: 'review' },
  { kinds: ['close', 'cancel', 'rectify'], from: ['new'], act: 'ordered', by: OFFICE, to: 'in_hand' },
  { kinds: ['found'], from: ['new'], act: 'found', by: ['office', 'centre'], to: 'found' },
  { kinds: ['found'], from: ['found'], act: 'asked', by: UNIT, to: 'review' },
  { kinds: ['found'], from: ['found', 'returned'], act: 'chose_closing', by: ['unit', 'office'], to: 'in_hand' },
  { kinds: ALL, from: ['with_supervisor'], act: 'agreed', by: ['supervisor', 'office'], to: 'with_office' },
  { kinds: ALL, from: ['with_supervisor'], act: 'returned', by: ['supervisor', 'office'], to: 'returned' },
  { kinds: ALL, from: ['with_office'], act: 'returned', by: OFFICE, to: 'returned' },
  { kinds: ALL, from: ['returned'], act: 'amended', by: UNIT, to: 'review' },
  { kinds: ['open'], from: ['with_office'], act: 'granted', by: OFFICE, to: 'filed' },
  { kinds: ['change', 'found'], from: ['with_office'], act: 'granted', by: OFFICE, to: 'done' },
  { kinds: ['close', 'cancel'], from: ['with_office'], act: 'granted', by: OFFICE, to: 'in_hand' },
  { kinds: FILINGS, from: ['with_office'], act: 'refused', by: OFFICE, to: 'refused' },
  // What runs already and may not be filed has to be closed.
  { kinds: ['found'], from: ['with_office'], act: 'refused', by: OFFICE, to: 'in_hand' },
  { kinds: FILINGS, from: ['with_supervisor', 'with_office', 'returned'], act: 'withdrawn', by: UNIT, to: 'withdrawn' },
  // Ordered or granted wrongly: nobody has to report what is not to be done.
  { kinds: ['close', 'cancel', 'rectify'], from: ['in_hand'], act: 'withdrawn', by: OFFICE, to: 'withdrawn' },
  { kinds: ['open'], from: ['filed'], act: 'opened', by: ['unit', 'office'], to: 'done' },
  { kinds: ENDINGS, from: ['in_hand'], act: 'reported', by: UNIT, to: 'reported' },
  { kinds: ENDINGS, from: ['reported'], act: 'sent_back', by: OFFICE, to: 'in_hand' },
  { kinds: ['found', 'close', 'rectify'], from: ['reported'], act: 'accepted', by: OFFICE, to: 'done' },
  { kinds: ['cancel'], from: ['reported'], act: 'accepted', by: OFFICE, to: 'watching' },
  { kinds: ['cancel'], from: ['watching'], act: 'rechecked_gone', by: ['office', 'centre'], to: 'done' },
  // A machine sees that it lives; that it is gone only a person can say.
  { kinds: ['cancel', 'close'], from: ['watching', 'done'], act: 'rechecked_alive', by: ['office', 'centre', 'machine'], to: 'in_hand' },
];

/** The step of an act in a state; null where the table has none. */
export function nextStep(kind: MatterKind, from: MatterState | 'new', act: MatterAct): MatterStep | null {
  return TABLE.find((step) => step.act === act && step.kinds.includes(kind) && step.from.includes(from)) ?? null;
}

export const rolesOfStep = ({ by }: MatterStep): string[] => by.map((role) => MATTER_ROLES[role]);

/** Acts open to any of these roles in a state, in the order of the table. */
export function matterActsFor(kind: MatterKind, from: MatterState, roles: readonly MatterRole[]): MatterAct[] {
  const open = TABLE.filter(
    (step) => step.kinds.includes(kind) && step.from.includes(from) && step.by.some((role) => roles.includes(role)),
  );
  return [...new Set(open.map(({ act }) => act))];
}

/** Who may take the next step, in the order of the table. */
export function rolesToAct(kind: MatterKind, from: MatterState): MatterRole[] {
  const open = TABLE.filter((step) => step.kinds.includes(kind) && step.from.includes(from) && step.act !== 'withdrawn');
  return [...new Set(open.flatMap(({ by }) => by))].filter((role) => role !== 'machine');
}
