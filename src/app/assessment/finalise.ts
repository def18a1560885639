import { MingchaError } from '../../core/error.ts';
import { appendAssessmentAct, listAssessmentActs } from '../../store/assessment.ts';
import { listObjections } from '../../store/objections.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { ASSESSMENT_STAGES, stageAfter } from './acts.ts';
import { digestOf, reckonYear } from './reckon.ts';
import { schemeOf } from './scheme.ts';
import { viewYear } from './view-year.ts';

export interface AssessmentStep {
  act: 'submitted' | 'returned' | 'finalised' | 'reopened';
  by: string;
  note: string;
}

const ALLOWED = {
  submitted: 'open',
  returned: 'submitted',
  finalised: 'submitted',
  reopened: 'finalised',
} as const;

/**
 * Takes a year's score a step further: one person hands it in, another makes it final or gives it back, and a final one may be
 * opened again with a reason. Final means frozen. Throws 'refused' for a step that is not next, the same person twice, an objection
 * nobody has decided or a scheme nobody has saved, and 'conflict' when the scores have moved since they were handed in.
 */
export async function stepYear(app: App, areaId: string, year: number, { act, by, note }: AssessmentStep) {
  await areaOf(app, areaId);
  const acts = await listAssessmentActs(app.db, areaId, year);
  const stage = stageAfter(acts.at(-1)?.act);
  if (stage !== ALLOWED[act])
    throw new MingchaError('refused', `${year}年度得分现在是“${ASSESSMENT_STAGES[stage]}”，不能这样操作。`, '请刷新页面，按最新状态办理。');
  if ((act === 'returned' || act === 'reopened') && note === '')
    throw new MingchaError('bad-input', '退回要写明理由。', '请填写理由后再退回。');
  const scores = await reckonYear(app, areaId, year);
  const digest = digestOf(scores);
  if (act === 'submitted' || act === 'finalised') await requireReady(app, areaId, year);
  if (act === 'finalised') {
    const handedIn = acts.at(-1);
    if (handedIn?.byName === by) throw new MingchaError('refused', `提交复核的也是${by}，同一人不能定稿。`, '请由另一人复核后定稿。');
    if (handedIn?.digest !== digest) throw new MingchaError('conflict', '提交复核以后得分又有变动。', '请退回，核对变动后重新提交复核。');
  }
  const snapshot = act === 'finalised' ? scores : null;
  await appendAssessmentAct(app.db, { areaId, year, seq: acts.length + 1, act, byName: by, at: app.now(), note, digest, snapshot });
  return viewYear(app, areaId, year, { unitId: undefined });
}

async function requireReady(app: App, areaId: string, year: number): Promise<void> {
  if ((await schemeOf(app.db, areaId, year)).version === 0)
    throw new MingchaError('refused', `${year}年度还没有保存考核方案。`, '请先核对各项分值，保存方案，再提交复核。');
  const open = (await listObjections(app.db, areaId, 'score', String(year))).filter(({ outcome }) => outcome === null).length;
  if (open > 0) throw new MingchaError('refused', `还有 ${open} 条异议没有答复。`, '请先逐条答复，再提交复核或定稿。');
}
