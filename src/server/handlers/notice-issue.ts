import { readOfficeForm } from '../../app/notices/office-forms.ts';
import { releaseDraft } from '../../app/notices/release-draft.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeIssue } from '../../contract/endpoints/notice-issue.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeIssue> = async (
  app,
  { areaId, noticeId, version, note, form, despite, printedDate },
  _file,
  caller,
) => {
  const decision = { version, by: actorOf(caller), note, at: app.now() };
  const chosen = form === null ? null : await readOfficeForm(app, areaId, form);
  await releaseDraft(app, await noticeOf(app, areaId, noticeId), decision, { form: chosen, despite, printedDate });
  return { ok: true };
};
