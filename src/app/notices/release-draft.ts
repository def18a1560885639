import { type CalendarDate, dateAt } from '../../core/date.ts';
import type { Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { issueNotice } from './issue-notice.ts';
import type { OfficeForm } from './office-copy.ts';
import type { Despite } from './open-objections.ts';
import { missingOf, requireComplete } from './readiness.ts';
import { type Decision, standing } from './review-draft.ts';

/**
 * 印发 from the desk: only what a second person approved, with a signed day, and with the names of those praised and blamed
 * confirmed by somebody; in a form of the office too, if one is given. Throws 'conflict' or 'refused' saying which of these is missing.
 */
export async function releaseDraft(
  app: App,
  notice: Notice,
  decision: Decision,
  { form, despite, printedDate }: { form: OfficeForm | null; despite: readonly Despite[] | null; printedDate: CalendarDate | null },
): Promise<void> {
  const { document, snapshot } = await standing(app, notice, decision.version, ['approved', 'issued'], '印发');
  requireComplete(missingOf(document, snapshot, []), '印发');
  const { at, by, note } = decision;
  await issueNotice(app, notice.id, { at, day: dateAt(at), by: { ...by, unitId: null }, overrideReason: note, form, despite, printedDate });
}
