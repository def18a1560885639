import { MingchaError } from '../../core/error.ts';
import { listAssessmentActs } from '../../store/assessment.ts';
import type { Db } from '../../store/schema.ts';

/** How far a year's score has come. */
export const ASSESSMENT_STAGES = {
  open: '计分中',
  submitted: '待复核定稿',
  finalised: '已定稿',
} as const;
export type AssessmentStage = keyof typeof ASSESSMENT_STAGES;

export const ASSESSMENT_ACTS = { submitted: '提交复核', returned: '退回', finalised: '定稿', reopened: '退回定稿' } as const;

/** Where the last act on a year left it. */
export function stageAfter(last: keyof typeof ASSESSMENT_ACTS | undefined): AssessmentStage {
  return last === 'submitted' || last === 'finalised' ? last : 'open';
}

export async function stageOf(db: Db, areaId: string, year: number): Promise<AssessmentStage> {
  return stageAfter((await listAssessmentActs(db, areaId, year)).at(-1)?.act);
}

/** Throws 'refused' once a year's score is final: what it rests on may no longer change. */
export async function requireNotFinal(db: Db, areaId: string, year: number): Promise<void> {
  if ((await stageOf(db, areaId, year)) !== 'finalised') return;
  throw new MingchaError('refused', `${year}年度得分已经定稿，不能再改。`, '确需更改的，请先写明理由退回定稿。');
}
