import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import type { Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { issueNotice } from './issue-notice.ts';
import type { OfficeForm } from './office-copy.ts';
import { type Decision, standing } from './review-draft.ts';

/**
 * 印发 from the desk: only what a second person approved, with a signed day, and with the names of those praised and blamed
 * confirmed by somebody; in a form of the office too, if one is given. Throws 'conflict' or 'refused' saying which of these is missing.
 */
export async function releaseDraft(app: App, notice: Notice, decision: Decision, form: OfficeForm | null = null): Promise<void> {
  const { document, snapshot } = await standing(app, notice, decision.version, ['approved', 'issued'], '印发');
  if (document.signature.date === null) throw new MingchaError('refused', '没有成文日期，不能印发。', '请在“版头与日期”中填写成文日期。');
  if (snapshot.naming === null && proposesNames(document))
    throw new MingchaError('refused', '表扬和点名的单位还没有人确认，不能印发。', '请在“表扬与点名”中核对名单，点“确认名单”后重新送审。');
  const { at, by, note } = decision;
  await issueNotice(app, notice.id, { at, day: dateAt(at), by: { ...by, unitId: null }, overrideReason: note, form });
}

/** Whether a rule found somebody to name. */
export const proposesNames = ({ proposals }: Pick<NoticeDocument, 'proposals'>): boolean =>
  proposals.some(({ named, leftOut }) => named.length + leftOut.length > 0);
