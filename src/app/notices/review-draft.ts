import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Actor } from '../../ledger/event.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import { appendAct, type KeptAct, listActs } from '../../store/notice-acts.ts';
import type { Notice } from '../../store/notices.ts';
import type { NoticeAct } from '../../store/states.ts';
import type { App } from '../open.ts';
import { ownDraft, STAGE_NAMES, type Stage, stageOf } from './life.ts';
import { missingOf, requireComplete } from './readiness.ts';
import { workingDraft } from './working-draft.ts';

/** Who decides, and over which version of the words. */
export interface Decision {
  version: number;
  by: Pick<Actor, 'role' | 'name'>;
  note: string | null;
  at: Instant;
}

/** 送审: hands the draft as it stands to a second person. Throws 'refused' naming what it lacks: what is added later is reviewed again. */
export async function submitDraft(app: App, notice: Notice, decision: Decision): Promise<void> {
  const { acts, document, snapshot } = await standing(app, notice, decision.version, ['drafting', 'returned'], '送审');
  requireComplete(missingOf(document, snapshot, notice.disagreements as Disagreement[]), '送审');
  await decide(app, notice, 'submitted', decision, acts);
}

/**
 * 审核 by a second person: whoever wrote or sent it in cannot approve it. Throws 'not-allowed' for them, 'bad-input' for a
 * return without a reason, 'conflict' when it is not under review or was changed since.
 */
export async function reviewDraft(app: App, notice: Notice, approve: boolean, decision: Decision): Promise<void> {
  const { acts, savedBy } = await standing(app, notice, decision.version, ['submitted'], '审核');
  const own = ownDraft(decision.by.name, acts, savedBy);
  if (own !== null) throw new MingchaError('not-allowed', own, '请由另一位同事审核。');
  if (!approve && !decision.note) throw new MingchaError('bad-input', '退回修改要写明原因。', '请在“意见”中写明哪里要改。');
  await decide(app, notice, approve ? 'approved' : 'returned', decision, acts);
}

/** The acts so far, after checking that the notice stands where the act may follow and the words are those that were read. */
export async function standing(app: App, notice: Notice, version: number, allowed: readonly Stage[], what: string) {
  const acts = await listActs(app.db, notice.id);
  const draft = await workingDraft(app, notice);
  if (notice.state === 'draft' && draft.version !== version)
    throw new MingchaError('conflict', `${draft.savedBy ?? '别人'}刚刚修改了这份通报。`, `请刷新页面，看过新的内容再${what}。`);
  const stage = stageOf(notice.state, acts, draft.version);
  if (!allowed.includes(stage)) throw new MingchaError('conflict', `这份通报现在是“${STAGE_NAMES[stage]}”，不能${what}。`, NEXT[stage]);
  return { ...draft, acts };
}

const NEXT: Record<Stage, string> = {
  drafting: '请先送审，由另一位同事审核通过。',
  submitted: '请等待审核。',
  approved: '可以印发；如需再改，改后须重新送审。',
  returned: '请按意见修改后重新送审。',
  discarded: '请打开正在用的草稿，或者另行起草。',
  issued: '如内容有误，请用“更正”另出一版。',
  replaced: '请打开更正后的版本。',
};

function decide(app: App, { id: noticeId }: Notice, act: NoticeAct, { version, by, note, at }: Decision, acts: readonly KeptAct[]) {
  return appendAct(app.db, { noticeId, act, byRole: by.role, byName: by.name, at, editVersion: version, note }, acts.length);
}
