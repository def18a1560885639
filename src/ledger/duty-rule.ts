import type { Category } from '../core/category.ts';

/** 谁主管谁负责、谁发布谁负责、谁起草谁解读、谁公开谁审查 (seeds U14): what a unit can be to an item, account or document. */
export const DUTIES = { publisher: '发布', supervisor: '主管', drafter: '起草', reviewer: '审查' } as const;
export type Duty = keyof typeof DUTIES;
export const DUTY_CODES = Object.keys(DUTIES) as Duty[];

/** The sentence a proposal rests on. */
export const DUTY_SENTENCES: Record<Duty, string> = {
  publisher: '谁发布谁负责',
  supervisor: '谁主管谁负责',
  drafter: '谁起草谁解读',
  reviewer: '谁公开谁审查',
};

/** Interpreting a document is its drafter's. */
const DRAFTER: readonly Category[] = ['interpretation_missing', 'interpretation_forms_short'];
/** What a review before publication is there to stop. */
const REVIEWER: readonly Category[] = ['privacy_leak', 'secret_leak', 'serious_misstatement', 'harmful_content', 'review_lapse'];
/** What no single item shows: running the office, the service, the account's papers. */
const SUPERVISOR: readonly Category[] = [
  'account_unfiled',
  'account_duplicate',
  'account_not_cancelled',
  'account_poor_upkeep',
  'catalogue_late',
  'training_not_attended',
  'ticket_overdue',
  'ticket_low_satisfaction',
  'interaction_poor',
  'service_guide_incomplete',
  'service_poor',
  'venue_sign_missing',
  'venue_material_missing',
  'duty_lapse',
  'security_accident',
  'falsification',
  'public_backlash',
  'app_unusable',
  'domain_irregular',
];

/** Whose a problem of a kind is; everything that stands on a page is its publisher's. */
export function dutyOf(category: Category): Duty {
  if (DRAFTER.includes(category)) return 'drafter';
  if (REVIEWER.includes(category)) return 'reviewer';
  return SUPERVISOR.includes(category) ? 'supervisor' : 'publisher';
}

/** Who bears which duty for a subject; absent = nobody was named. */
export type DutyHolders = Readonly<Partial<Record<Duty, string>>>;

/** The unit a problem of a kind is proposed for: who bears the duty, else who publishes. `by`: the duty it rests on. Null = nobody is named. */
export function proposeUnit(category: Category, holders: DutyHolders): { unitId: string; by: Duty } | null {
  const by = dutyOf(category);
  const unitId = holders[by];
  if (unitId !== undefined) return { unitId, by };
  return holders.publisher === undefined ? null : { unitId: holders.publisher, by: 'publisher' };
}
